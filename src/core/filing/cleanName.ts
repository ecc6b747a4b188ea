import { longestFiledName } from '#shared/contract/filing'
import { CuttingsError } from '#shared/errors'
import { plainWords } from '../searches/plainWords'

/** Signs that turn the direction of what follows: in a list they would turn names that are not theirs. */
const turning = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/gu

/** A name as records hold it: NFC, on one line, without what steers. Throws `bad-input` where nothing or too much is left. */
export const cleanName = (typed: string): string => {
  const name = plainWords(typed.replace(turning, '')).replace(/\s+/gu, ' ')
  if (name === '') throw new CuttingsError('bad-input', { reason: 'a name is wanted' })
  if (name.length > longestFiledName)
    throw new CuttingsError('bad-input', { reason: `a name has at most ${longestFiledName} characters` })
  return name
}
