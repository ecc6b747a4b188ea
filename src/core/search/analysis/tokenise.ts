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

const letters = '[\\p{L}\\p{M}\\p{N}\\u00ad\\u200c\\u200d]'
const apostrophe = "['\\u2018\\u2019\\uff07`\\u05f3]"

/**
 * What stands within a word: the apostrophe between Cyrillic letters (`п'ять`), geresh and gershayim between Hebrew ones, as typed
 * (`ג'ורג'`, `צה"ל`). A quotation mark after a single Hebrew letter opens a quotation, unless one letter only follows.
 */
const joint = [
  `(?<=\\p{sc=Cyrillic}\\p{M}*)${apostrophe}(?=\\p{sc=Cyrillic})`,
  `(?<=\\p{sc=Hebrew}\\p{M}*)(?:${apostrophe}|\\u05f4)(?=\\p{sc=Hebrew})`,
  `(?<=\\p{sc=Hebrew}\\p{M}*\\p{sc=Hebrew}\\p{M}*)["\\u201d](?=\\p{sc=Hebrew})`,
  `(?<=\\p{sc=Hebrew}\\p{M}*)["\\u201d](?=\\p{sc=Hebrew}\\p{M}*(?![\\p{L}\\p{M}\\p{N}]))`,
].join('|')

/** `U.S.`, then `3.5` and `1,000`, then runs of letters, marks and digits (with joiners and soft hyphens inside). */
const run = new RegExp(
  [
    '(?<![\\p{L}\\p{M}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{M}\\p{N}])',
    '\\p{N}+(?:[.,٫٬]\\p{N}+)+',
    `[\\p{L}\\p{N}]${letters}*(?:(?:${joint})${letters}+)*`,
  ].join('|'),
  'gu',
)
const possessive = /[\p{L}\p{M}\p{N}]['\u2019\u02bc\uff07]$/u
const number = /^\p{N}+[.,٫٬]\p{N}/u
const acronym = /^\p{L}(?:\.\p{L})+$/u

/**
 * A character with what belongs to it, so that its parts are the same however they are written: marks, the voicing mark of `か` (also at half width),
 * Thai `ำ` (also as two characters), and `แ` typed as two `เ`.
 */
const markedCharacter =
  /(?:\u0e40\u0e40|[^])(?:[\p{M}\uff9e\uff9f\u0e33\u0eb3]|(?<=\u0e4d[\u0e48-\u0e4b]?)\u0e32)*/gu

/** A longer run is no word; it is found by its beginning. */
const longestWord = 64

const shorten = (raw: string): string =>
  raw.length <= longestWord ? raw : raw.slice(0, longestWord).replace(/[\ud800-\udbff]$/u, '')

const isPossessive = (text: string, raw: string, start: number): boolean =>
  (raw === 's' || raw === 'S') && start >= 2 && possessive.test(text.slice(Math.max(0, start - 3), start))

interface Piece {
  readonly segment: string
  readonly index: number
}

const katakana = /^[\p{Script=Katakana}\u30fc\uff70\uff9e\uff9f\p{M}]+$/u
/** Letters of a piece of katakana below which it is hardly a word. */
const shortest = 3

/** Foreign names are in no dictionary, by which they are cut into scraps: pieces of katakana in a row are one word where one is a scrap. */
const joinNames = (pieces: readonly Piece[]): readonly Piece[] => {
  const joined: Piece[] = []
  let run: Piece[] = []
  const close = (): void => {
    const [first] = run
    if (first && run.some(({ segment }) => segment.length < shortest))
      joined.push({ segment: run.map(({ segment }) => segment).join(''), index: first.index })
    else joined.push(...run)
    run = []
  }
  for (const piece of pieces)
    if (katakana.test(piece.segment)) run.push(piece)
    else {
      close()
      joined.push(piece)
    }
  close()
  return joined
}

/** What a stretch of letters folds to, and whether words stand in it without spaces. */
interface Spelling {
  readonly word: string
  readonly unspaced: boolean
  /** Whether it is digits in groups. */
  readonly isGrouped: boolean
}

/** Cuts texts into folded words. Remembers folded spellings, since a text repeats its words. */
export const createTokeniser = (): ((text: string) => readonly Token[]) => {
  /** Made for the first text that needs it: its dictionaries take longer to load than a query to answer. */
  let words: Intl.Segmenter | undefined
  const spellings = new Map<string, Spelling>()
  const next = new RegExp(run)

  const read = (raw: string): Spelling => {
    const known = spellings.get(raw)
    if (known !== undefined) return known
    if (spellings.size > 200_000) spellings.clear()
    const word = foldWord(acronym.test(raw) ? raw.replaceAll('.', '') : shorten(raw))
    const spelling = { word, unspaced: isUnspaced(word), isGrouped: number.test(raw) }
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
    words ??= new Intl.Segmenter('und', { granularity: 'word' })
    for (const { segment: raw, index } of joinNames([...words.segment(stretch)])) {
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
      const { word, unspaced, isGrouped } = read(raw)
      if (word === '') continue
      if (unspaced) cut(raw, start, tokens)
      else if (isGrouped) tokens.push({ start, end: start + raw.length, word, parts: groupsOf(raw, start) })
      else tokens.push({ start, end: start + raw.length, word })
    }
    return tokens
  }
}

/** The words by which a phrase is checked: their parts, where they have some. */
export const phraseTokens = (tokens: readonly Token[]): readonly Token[] =>
  tokens.some((token) => token.parts) ? tokens.flatMap((token) => token.parts ?? token) : tokens
