import { languageByLetters, primaryLanguage, scriptOfLanguage } from '../languageScripts'
import { scriptOf, type Script } from '../scripts'
import type { Stemmer } from '../stemmer'
import type { Token } from '../tokenise'
import { createSigns } from './signs'

/** What a word says of the language of its text. */
interface Sign {
  readonly script: Script | 'Han' | 'Thai'
  readonly languages: readonly string[]
}

/** Words that are looked at; more of them change little. */
const most = 150
/** Fewer words that speak for a language decide nothing. */
const fewest = 2
const smallestShare = 0.06
/** Letters that an ideograph counts for. */
const ideographWeight = 3
/** How far the language of the article must be behind. */
const lead = 1.5

const ideograph = /^\p{scx=Han}/u
const thai = /^\p{Script=Thai}/u

/** The language of scripts that one language has to itself, as far as archives go. */
const only: Readonly<Partial<Record<Sign['script'], string>>> = {
  Greek: 'el',
  Hebrew: 'he',
  Hangul: 'ko',
  Thai: 'th',
}

const shareOf = (counts: ReadonlyMap<string, number>, name: string): number => counts.get(name) ?? 0

const best = (counts: ReadonlyMap<string, number>): readonly [string | undefined, number] => {
  let first: readonly [string | undefined, number] = [undefined, 0]
  for (const [name, count] of counts) if (count > first[1]) first = [name, count]
  return first
}

/**
 * Tells the language of a passage by its words and the language of its article (BCP 47), for texts of which nothing is stated: first by
 * script, then by frequent words and letters of the languages of that script. It costs a look-up for each of the first words; the
 * detector that imports use costs half a millisecond, and 90 MB of the worker.
 */
export const createTextLanguages = (
  stemmer: Pick<Stemmer, 'isStopWord'>,
): ((tokens: readonly Token[], around: string | undefined) => string | undefined) => {
  const signsOf = createSigns(stemmer)
  const remembered = new Map<string, Sign>()

  const signOf = (word: string): Sign => {
    const known = remembered.get(word)
    if (known) return known
    const script = scriptOf(word)
    const finer = script === 'other' && ideograph.test(word) ? 'Han' : thai.test(word) ? 'Thai' : script
    const sign = { script: finer, languages: signsOf(word, script) }
    if (remembered.size > 100_000) remembered.clear()
    remembered.set(word, sign)
    return sign
  }

  const vote = (tokens: readonly Token[], script: Sign['script']): Map<string, number> => {
    const votes = new Map<string, number>()
    for (const { word } of tokens) {
      const sign = signOf(word)
      if (sign.script !== script) continue
      for (const language of sign.languages)
        votes.set(language, shareOf(votes, language) + 1 / sign.languages.length)
    }
    return votes
  }

  return (tokens, around) => {
    const looked = tokens.length > most ? tokens.slice(0, most) : tokens
    const scripts = new Map<Sign['script'], number>()
    for (const { word } of looked) {
      const { script } = signOf(word)
      if (script !== 'other')
        scripts.set(script, shareOf(scripts, script) + word.length * (script === 'Han' ? ideographWeight : 1))
    }
    const [name] = best(scripts)
    const script = name as Sign['script'] | undefined
    if (script === undefined) return around
    if (script === 'Kana' || script === 'Han')
      return shareOf(scripts, 'Kana') * 10 > shareOf(scripts, 'Han') ? 'ja' : (eastAsian(around) ?? 'zh')
    const own = only[script]
    if (own) return primaryLanguage(around) === own ? around : own

    const votes = vote(looked, script)
    const [found, count] = best(votes)
    const stated = primaryLanguage(around)
    const isClear = count >= fewest && count >= smallestShare * looked.length
    if (stated !== undefined && scriptOfLanguage(stated) === script)
      return isClear && found !== stated && count > lead * shareOf(votes, stated) + 1 ? found : around
    const next = Math.max(
      0,
      ...[...votes].filter(([language]) => language !== found).map(([, votes]) => votes),
    )
    if (isClear || (count >= 1 && count > lead * next)) return found
    return script === 'Latin' ? undefined : languageByLetters(looked[0]?.word ?? '', script)
  }
}

const eastAsian = (language: string | undefined): string | undefined =>
  language !== undefined && ['zh', 'ja', 'yue', 'wuu'].includes(primaryLanguage(language) ?? '')
    ? language
    : undefined
