import { languageByLetters, primaryLanguage, scriptOfLanguage } from '../languageScripts'
import { scriptOf, type Script } from '../scripts'
import type { Stemmer } from '../stemmer'
import type { Token } from '../tokenise'
import { createSigns } from './signs'

type Writing = Exclude<Script, 'other'> | 'Han' | 'Thai'

/** What a word says of the language of its text. */
interface Sign {
  readonly writing: Writing | undefined
  readonly languages: readonly string[]
}

/** Words that are looked at; more of them change little. */
const most = 150
/** Letters that an ideograph counts for. */
const ideographWeight = 3
/** Fewer words that speak for a language decide little. */
const fewest = 2
const smallestShare = 0.06
/** How many times the next language, or that of the article, must be outdone. */
const lead = 1.5

/** Writings that one language has to itself, as far as archives go. */
const only: Readonly<Partial<Record<Writing, string>>> = {
  Greek: 'el',
  Hebrew: 'he',
  Hangul: 'ko',
  Thai: 'th',
}

const writingOf = (word: string): Writing | undefined => {
  const script = scriptOf(word)
  if (script !== 'other') return script
  if (/^\p{scx=Han}/u.test(word)) return 'Han'
  return /^\p{Script=Thai}/u.test(word) ? 'Thai' : undefined
}

const add = <Name>(counts: Map<Name, number>, name: Name, count: number): void => {
  counts.set(name, (counts.get(name) ?? 0) + count)
}

const ranked = <Name>(counts: ReadonlyMap<Name, number>): readonly (readonly [Name, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1])

const eastAsian = (kana: number, ideographs: number, around: string | undefined): string => {
  if (kana * 10 > ideographs) return 'ja'
  return around && ['zh', 'yue', 'wuu', 'ja'].includes(primaryLanguage(around) ?? '') ? around : 'zh'
}

/** The language that most words speak for; that of the article unless another is clear. */
const elect = (
  votes: ReadonlyMap<string, number>,
  words: number,
  around: string | undefined,
): string | undefined => {
  const [[found, count] = [undefined, 0], [, next] = [undefined, 0]] = ranked(votes)
  const isClear = count >= fewest && count >= smallestShare * words
  const stated = primaryLanguage(around)
  if (stated === undefined) return isClear || (count >= 1 && count > lead * next) ? found : undefined
  return isClear && found !== stated && count > lead * (votes.get(stated) ?? 0) + 1 ? found : around
}

/**
 * Tells the language of a passage by its words and the language of its article (BCP 47), for texts of which nothing is stated: first by
 * script, then by frequent words and letters of the languages of that script. It costs a look-up for each of the first words; the
 * detector that imports use costs half a millisecond, and 90 MB of the worker.
 */
export const createTextLanguages = (
  stemmer: Pick<Stemmer, 'isStopWord' | 'stopWords'>,
): ((tokens: readonly Token[], around: string | undefined) => string | undefined) => {
  const signsOf = createSigns(stemmer)
  const remembered = new Map<string, Sign>()

  const signOf = (word: string): Sign => {
    const known = remembered.get(word)
    if (known) return known
    const sign = { writing: writingOf(word), languages: signsOf(word, scriptOf(word)) }
    if (remembered.size > 100_000) remembered.clear()
    remembered.set(word, sign)
    return sign
  }

  const weigh = (tokens: readonly Token[], signs: readonly Sign[]): Map<Writing, number> => {
    const letters = new Map<Writing, number>()
    for (const [at, { writing }] of signs.entries()) {
      const length = tokens[at]?.word.length ?? 0
      if (writing) add(letters, writing, length * (writing === 'Han' ? ideographWeight : 1))
    }
    return letters
  }

  const vote = (signs: readonly Sign[], writing: Writing): Map<string, number> => {
    const votes = new Map<string, number>()
    for (const sign of signs) {
      if (sign.writing !== writing) continue
      for (const language of sign.languages) add(votes, language, 1 / sign.languages.length)
    }
    return votes
  }

  return (tokens, around) => {
    const looked = tokens.length > most ? tokens.slice(0, most) : tokens
    const signs = looked.map(({ word }) => signOf(word))
    const letters = weigh(looked, signs)
    const [[writing] = [undefined]] = ranked(letters)
    if (writing === undefined) return around
    if (writing === 'Kana' || writing === 'Han')
      return eastAsian(letters.get('Kana') ?? 0, letters.get('Han') ?? 0, around)
    const own = only[writing]
    if (own !== undefined || writing === 'Thai') return primaryLanguage(around) === own ? around : own
    const stated = primaryLanguage(around)
    const fits = stated !== undefined && scriptOfLanguage(stated) === writing
    const found = elect(vote(signs, writing), looked.length, fits ? around : undefined)
    return found ?? (writing === 'Latin' ? undefined : languageByLetters(looked[0]?.word ?? '', writing))
  }
}
