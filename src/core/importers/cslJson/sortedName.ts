import type { CslName } from '#shared/model/reference'
import { cleanLine } from './cleanValue'

/** What follows a comma in the name of a company, so that the comma is part of the name. */
const companySuffix = /^(?:inc|ltd|llc|llp|plc|corp|co|gmbh|ag|s\.?a|b\.?v)\.?$/i

const isParticle = (word: string): boolean => /^\p{Ll}[\p{L}’'.]*$/u.test(word)

/** `van der Berg` is the particle `van der` and the name `Berg`; a name all in small letters is left as it is. */
const splitFamily = (words: readonly string[]): Pick<CslName, 'family' | 'non-dropping-particle'> => {
  const first = words.findIndex((word) => !isParticle(word))
  if (first <= 0) return { family: words.join(' ') }
  return { 'non-dropping-particle': words.slice(0, first).join(' '), family: words.slice(first).join(' ') }
}

/** `Alexander von` is the given name `Alexander` and the particle `von`. */
const splitGiven = (words: readonly string[]): Pick<CslName, 'given' | 'dropping-particle'> => {
  const last = words.findLastIndex((word) => !isParticle(word))
  if (last < 0 || last === words.length - 1) return { given: words.join(' ') }
  return { given: words.slice(0, last + 1).join(' '), 'dropping-particle': words.slice(last + 1).join(' ') }
}

/**
 * A name in the order in which it is sorted: `Family, Given` or `Family, Given, Suffix`. A name without a comma is kept as
 * it stands, since it may be that of an institution.
 */
export const sortedName = (raw: string): CslName | undefined => {
  const literal = cleanLine(raw)
  if (literal === undefined || !/[\p{L}\p{N}]/u.test(literal)) return undefined
  const [family = '', given = '', suffix, ...more] = literal.split(',').map((part) => part.trim())
  if (more.length > 0 || family === '' || companySuffix.test(given)) return { literal }
  if (given === '' && suffix === undefined) return { literal: family }
  return {
    ...splitFamily(family.split(/\s+/)),
    ...(given === '' ? {} : splitGiven(given.split(/\s+/))),
    ...(suffix ? { suffix } : {}),
  }
}
