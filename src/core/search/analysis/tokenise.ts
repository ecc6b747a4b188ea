import { foldWord } from './fold'
import { isUnspaced } from './scripts'

/** A word of a text; `start` and `end` are UTF-16 offsets. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Folded. */
  readonly word: string
  /** Its characters, where the script has no spaces: a word there may be cut otherwise in another sentence. */
  readonly characters?: readonly Token[]
}

/** `U.S.`, then `3.5` and `1,000`, then runs of letters, marks and digits (with joiners and soft hyphens inside). */
const run =
  /(?<![\p{L}\p{M}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|\p{N}+(?:[.,٫٬]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200c\u200d]*/gu
const possessive = /[\p{L}\p{M}\p{N}]['\u2019\u02bc\uff07]$/u
const acronym = /^\p{L}(?:\.\p{L})+$/u

/** A longer run is no word; it is found by its beginning. */
const longestWord = 64

const shorten = (raw: string): string =>
  raw.length <= longestWord ? raw : raw.slice(0, longestWord).replace(/[\ud800-\udbff]$/u, '')

const isPossessive = (text: string, raw: string, start: number): boolean =>
  (raw === 's' || raw === 'S') && start >= 2 && possessive.test(text.slice(Math.max(0, start - 3), start))

/** Cuts texts into folded words. Remembers folded spellings, since a text repeats its words. */
export const createTokeniser = (): ((text: string) => readonly Token[]) => {
  const words = new Intl.Segmenter('und', { granularity: 'word' })
  const folded = new Map<string, string>()

  const fold = (raw: string): string => {
    const known = folded.get(raw)
    if (known !== undefined) return known
    if (folded.size > 200_000) folded.clear()
    const word = foldWord(acronym.test(raw) ? raw.replaceAll('.', '') : shorten(raw))
    folded.set(raw, word)
    return word
  }

  const charactersOf = (raw: string, start: number): Token[] => {
    const characters: Token[] = []
    let at = start
    for (const character of raw) {
      const word = fold(character)
      if (word !== '') characters.push({ start: at, end: at + character.length, word })
      at += character.length
    }
    return characters
  }

  const cut = (raw: string, start: number, tokens: Token[]): void => {
    for (const segment of words.segment(raw)) {
      const word = fold(segment.segment)
      if (word === '') continue
      const at = start + segment.index
      const token = { start: at, end: at + segment.segment.length, word }
      if (!isUnspaced(segment.segment)) tokens.push(token)
      else tokens.push({ ...token, characters: charactersOf(segment.segment, at) })
    }
  }

  return (text) => {
    const tokens: Token[] = []
    for (const match of text.matchAll(run)) {
      const raw = match[0]
      const start = match.index
      if (isPossessive(text, raw, start)) continue
      const word = fold(raw)
      if (word === '') continue
      if (isUnspaced(word)) cut(raw, start, tokens)
      else tokens.push({ start, end: start + raw.length, word })
    }
    return tokens
  }
}

/** The words by which a phrase is checked: of a script without spaces its characters. */
export const phraseTokens = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token) => token.characters) ? tokens.flatMap((token) => token.characters ?? token) : tokens
