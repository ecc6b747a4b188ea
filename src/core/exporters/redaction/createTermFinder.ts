/** Where a term stands in a text: UTF-16 offsets, `[start, end)`. */
export interface TermPlace {
  readonly start: number
  readonly end: number
  readonly term: string
}

export interface TermFinder {
  /** Places from left to right; those that overlap are one. */
  readonly find: (text: string) => readonly TermPlace[]
}

/** Shorter than this, a word of a script that has spaces is found as a whole word only. */
const shortest = 6
const spaced =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]+$/u

const foldCharacter = (character: string): string =>
  character
    .normalize('NFKD')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Letters and digits of a text, without case, marks, width and separators, and where each of them came from. */
const createFold = () => {
  const known = new Map<string, string>()
  const foldOf = (character: string): string => {
    const held = known.get(character)
    if (held !== undefined) return held
    const fold = foldCharacter(character)
    known.set(character, fold)
    return fold
  }
  return (text: string): { readonly key: string; readonly from: number[]; readonly to: number[] } => {
    const from: number[] = []
    const to: number[] = []
    let key = ''
    let at = 0
    for (const character of text) {
      const end = at + character.length
      const fold = foldOf(character)
      for (let index = 0; index < fold.length; index += 1) {
        from.push(at)
        to.push(end)
      }
      key += fold
      at = end
    }
    return { key, from, to }
  }
}

const isLetter = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 2), at)
  return /[\p{L}\p{N}]$/u.test(before)
}

const isLetterAfter = (text: string, at: number): boolean => /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))

/** Marks that belong to the last letter go with it. */
const withMarks = (text: string, end: number): number =>
  end + (/^\p{M}+/u.exec(text.slice(end, end + 32))?.[0].length ?? 0)

const joined = (places: readonly TermPlace[]): TermPlace[] => {
  const sorted = [...places].sort((a, b) => a.start - b.start || b.end - a.end)
  const result: TermPlace[] = []
  for (const place of sorted) {
    const last = result.at(-1)
    if (last && place.start < last.end)
      result[result.length - 1] = { ...last, end: Math.max(last.end, place.end) }
    else result.push(place)
  }
  return result
}

/**
 * Finds terms in whatever case, Unicode form and width they stand, with or without accents, and with any separators between
 * their letters. A term of which nothing is left after folding is never found.
 */
export const createTermFinder = (terms: readonly string[]): TermFinder => {
  const fold = createFold()
  const keys = terms
    .map((term) => ({ term, key: fold(term).key }))
    .filter(({ key }) => key.length > 0)
    .map((one) => ({ ...one, isBounded: one.key.length < shortest && spaced.test(one.key) }))
  const placesOf = (
    text: string,
    { term, key, isBounded }: (typeof keys)[number],
    folded: ReturnType<typeof fold>,
  ) => {
    const places: TermPlace[] = []
    for (let found = folded.key.indexOf(key); found >= 0; found = folded.key.indexOf(key, found + 1)) {
      const start = folded.from[found] ?? 0
      const end = withMarks(text, folded.to[found + key.length - 1] ?? start)
      if (isBounded && (isLetter(text, start) || isLetterAfter(text, end))) continue
      places.push({ start, end, term })
    }
    return places
  }
  return {
    find: (text) => {
      if (keys.length === 0) return []
      const folded = fold(text)
      return joined(keys.flatMap((key) => placesOf(text, key, folded)))
    },
  }
}
