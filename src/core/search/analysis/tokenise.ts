import { foldWord } from './fold'
import { cutByScript, isUnspaced } from './scripts'

/** A word of a text; `start` and `end` are UTF-16 offsets. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Folded. */
  readonly word: string
  /**
   * What it is found by as well: its characters, where the script has no spaces (a word there may be cut otherwise in another
   * sentence), and the groups of digits of a number or a date.
   */
  readonly parts?: readonly Token[]
}

/** `U.S.`, then `3.5` and `1,000`, then runs of letters, marks and digits (with joiners and soft hyphens inside). */
const run =
  /(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|\p{N}+(?:[.,٫٬]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]*/gu
const possessive = /[\p{L}\p{M}\p{N}]['\u2019\u02bc\uff07]$/u
const number = /^\p{N}+[.,٫٬]\p{N}/u
const acronym = /^\p{L}(?:\.\p{L})+$/u

/** A character with the marks that belong to it: `か` and its voicing mark are one, however they are written. */
const markedCharacter = /[^]\p{M}*/gu

/** A longer run is no word; it is found by its beginning. */
const longestWord = 64

const shorten = (raw: string): string =>
  raw.length <= longestWord ? raw : raw.slice(0, longestWord).replace(/[\ud800-\udbff]$/u, '')

const isPossessive = (text: string, raw: string, start: number): boolean =>
  (raw === 's' || raw === 'S') && start >= 2 && possessive.test(text.slice(Math.max(0, start - 3), start))

/** What a stretch of letters folds to, and whether words stand in it without spaces. */
interface Spelling {
  readonly word: string
  readonly unspaced: boolean
}

/** Cuts texts into folded words. Remembers folded spellings, since a text repeats its words. */
export const createTokeniser = (): ((text: string) => readonly Token[]) => {
  const words = new Intl.Segmenter('und', { granularity: 'word' })
  const spellings = new Map<string, Spelling>()
  const next = new RegExp(run)

  const read = (raw: string): Spelling => {
    const known = spellings.get(raw)
    if (known !== undefined) return known
    if (spellings.size > 200_000) spellings.clear()
    const word = foldWord(acronym.test(raw) ? raw.replaceAll('.', '') : shorten(raw))
    const spelling = { word, unspaced: isUnspaced(word) }
    spellings.set(raw, spelling)
    return spelling
  }

  const charactersOf = (raw: string, start: number): Token[] => {
    const characters: Token[] = []
    let at = start
    for (const [character] of raw.matchAll(markedCharacter)) {
      const { word } = read(character)
      if (word !== '') characters.push({ start: at, end: at + character.length, word })
      at += character.length
    }
    return characters
  }

  const groupsOf = (raw: string, start: number): Token[] =>
    [...raw.matchAll(/\p{N}+/gu)].map((match) => {
      const at = start + match.index
      return { start: at, end: at + match[0].length, word: read(match[0]).word }
    })

  const segment = (stretch: string, start: number, tokens: Token[]): void => {
    for (const { segment: raw, index } of words.segment(stretch)) {
      const { word } = read(raw)
      if (word === '') continue
      const at = start + index
      tokens.push({ start: at, end: at + raw.length, word, parts: charactersOf(raw, at) })
    }
  }

  const cut = (raw: string, start: number, tokens: Token[]): void => {
    for (const stretch of cutByScript(raw)) {
      const at = start + stretch.start
      const { word, unspaced } = read(stretch.text)
      if (unspaced) segment(stretch.text, at, tokens)
      else if (word !== '') tokens.push({ start: at, end: at + stretch.text.length, word })
    }
  }

  return (text) => {
    const tokens: Token[] = []
    for (let match = next.exec(text); match; match = next.exec(text)) {
      const raw = match[0]
      const start = match.index
      if (raw.length === 1 && isPossessive(text, raw, start)) continue
      const { word, unspaced } = read(raw)
      if (word === '') continue
      if (unspaced) cut(raw, start, tokens)
      else if (number.test(raw))
        tokens.push({ start, end: start + raw.length, word, parts: groupsOf(raw, start) })
      else tokens.push({ start, end: start + raw.length, word })
    }
    return tokens
  }
}

/** The words by which a phrase is checked: their parts, where they have some. */
export const phraseTokens = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token) => token.parts) ? tokens.flatMap((token) => token.parts ?? token) : tokens
