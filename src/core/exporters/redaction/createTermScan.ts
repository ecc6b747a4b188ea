import { foldWord } from '#core/search/analysis/fold'
import { createNames, type Names } from '#core/search/analysis/names/names'
import { scriptOf, type Script } from '#core/search/analysis/scripts'
import { createStemmer } from '#core/search/analysis/stemmer'
import type { ProtectedTerm } from './protectedTerm'

/** How many of the terms stand in a text. */
export type TermScan = (text: string) => number

/** Shorter than this, letters are looked for as whole words, not inside others. */
const shortest = 6
/** Names of fewer letters sound like too much. */
const shortestSounding = 4
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** Letters of other scripts that look like Latin ones: a name written with them reads the same. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  і: 'i',
  ј: 'j',
  о: 'o',
  р: 'p',
  ѕ: 's',
  у: 'y',
  х: 'x',
  к: 'k',
  м: 'm',
  т: 't',
  н: 'h',
  в: 'b',
  α: 'a',
  ε: 'e',
  ι: 'i',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  κ: 'k',
  τ: 't',
  υ: 'y',
}

/** Digests and identifiers stand for nothing, and their digits must not be taken for words. */
const machineRuns =
  /(?<![0-9a-fA-F])(?:[0-9a-f]{128}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-fA-F])/g

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** Marks of every script go, since a name with them and without is one name. */
const fold = (word: string): string =>
  foldWord(word).normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replace(/[.,]/g, '')

const plainLooks = (word: string): string =>
  /[a-z]/.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)
    ? Array.from(word, (letter) => lookalikes[letter] ?? letter).join('')
    : word

const createFolding = () => {
  const known = new Map<string, string>()
  return (word: string): string => {
    const held = known.get(word)
    if (held !== undefined) return held
    const folded = plainLooks(fold(word))
    if (known.size > 200_000) known.clear()
    known.set(word, folded)
    return folded
  }
}

interface Folded {
  /** Every letter and digit, without anything between. */
  readonly run: string
  readonly words: readonly string[]
  /** The same with a space around each. */
  readonly spaced: string
  /** Where words of a script begin: names are only ever said alike by words of another one. */
  readonly places: () => ReadonlyMap<Script, readonly number[]>
}

const placesOf = (words: readonly string[]): ReadonlyMap<Script, readonly number[]> => {
  const places = new Map<Script, number[]>()
  for (const [at, word] of words.entries()) {
    const script = scriptOf(word)
    const held = places.get(script)
    if (held) held.push(at)
    else places.set(script, [at])
  }
  return places
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

type Look = (folded: Folded, text: string) => boolean

const lookForWords = (words: readonly string[]): Look => {
  const key = words.join('')
  if (key === '') return () => false
  if (key.length >= shortest || unspaced.test(key)) return ({ run }) => run.includes(key)
  const forms = [` ${words.join(' ')} `, ` ${key} `]
  return ({ spaced }) => forms.some((form) => spaced.includes(form))
}

const lookForPhrase = (words: readonly string[]): Look => {
  const form = ` ${words.join(' ')} `
  return ({ spaced }) => words.length > 0 && spaced.includes(form)
}

/** Whether a word sounds like this one of another script; each is worked out once. */
const createSounds = (mine: string, names: Names): ((theirs: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (theirs) => {
    const held = known.get(theirs)
    if (held !== undefined) return held
    const answer = mine.length >= 2 && theirs.length >= 2 && names.isAcrossScripts(mine, theirs)
    if (known.size > 20_000) known.clear()
    known.set(theirs, answer)
    return answer
  }
}

/** The same name in another script: each of its words, one after another, sounds like the one that stands there. */
const lookForSounds = (words: readonly string[], names: Names): Look => {
  const [first, ...others] = words.map((word) => createSounds(word, names))
  if (!first || words.join('').length < shortestSounding) return () => false
  const own = scriptOf(words[0] ?? '')
  return ({ words: there, places }) =>
    [...places()].some(
      ([script, starts]) =>
        script !== own &&
        script !== 'other' &&
        starts.some(
          (at) =>
            first(there[at] ?? '') && others.every((sounds, index) => sounds(there[at + index + 1] ?? '')),
        ),
    )
}

const lookForNumber = (text: string): Look => {
  const [whole = '', decimals = ''] = text.split('.')
  const pattern = new RegExp(`(?<![0-9])${whole}[.,]${decimals}`)
  return (_, there) => pattern.test(there)
}

/**
 * Which of the terms stand in a text, in whatever form they can. Written apart from what takes terms out, so that it has no
 * fault in common with it.
 */
export const createTermLook = (
  terms: readonly ProtectedTerm[],
): ((text: string) => readonly ProtectedTerm[]) => {
  const folding = createFolding()
  const names = createNames(createStemmer())
  const foldAll = (text: string): string[] =>
    wordsOf(text)
      .map(folding)
      .filter((word) => word !== '')
  const looks = terms.map(({ kind, text }): readonly Look[] => {
    if (kind === 'number') return [lookForNumber(text)]
    const words = foldAll(text)
    if (kind === 'phrase') return [lookForPhrase(words)]
    return kind === 'name' ? [lookForWords(words), lookForSounds(words, names)] : [lookForWords(words)]
  })
  return (text) => {
    const plain = text.replace(machineRuns, ' ')
    const words = foldAll(plain)
    const run = words.join('')
    const folded = {
      run,
      words,
      spaced: ` ${words.join(' ')} `,
      places: once(() => placesOf(words)),
    }
    return terms.filter((_, index) => looks[index]?.some((look) => look(folded, plain)))
  }
}

export const createTermScan = (terms: readonly ProtectedTerm[]): TermScan => {
  const look = createTermLook(terms)
  return (text) => look(text).length
}
