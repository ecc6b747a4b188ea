import type { PageText, TextRow } from './textPiece'

/** Rows that do not belong to the text: heads and feet of pages, and numbers of pages. */
export interface PageFurniture {
  /** Whether it is one, by the page and the row's place among those of its first frame. */
  readonly has: (page: number, row: number) => boolean
  /** Each different one once, in the order of the pages. */
  readonly heads: readonly string[]
  readonly numbers: readonly string[]
}

/** Share of the height, above and below, in which heads and feet stand, and rows of it that are looked at. */
const margin = 0.13
const rowsLookedAt = 3
/** Points by which a head may stand elsewhere on another page. */
const slack = 3

interface Candidate {
  /** Page and place among its rows. */
  readonly id: string
  readonly y: number
  readonly text: string
  readonly page: number
  /** Place and words without numbers, which change from page to page. */
  readonly key: string
  /** Nothing stands further out. */
  readonly isOutermost: boolean
}

export const rowText = ({ segments }: TextRow): string => segments.map(({ text }) => text).join(' ')

const idOf = (page: number, row: number): string => `${page} ${row}`

const candidatesOf = ({ number, height, frames }: PageText): readonly Candidate[] => {
  const rows = frames[0] ?? []
  const candidate = (row: TextRow, index: number, at: number, place: string): Candidate => {
    const text = rowText(row)
    const key = `${place} ${text.replace(/\d+/g, '#')}`
    return { id: idOf(number, index), y: row.y, text, page: number, key, isOutermost: at === 0 }
  }
  const isNear = (row: TextRow, isTop: boolean): boolean =>
    isTop ? row.y <= height * margin : row.y >= height * (1 - margin)
  const [first, last] = [rows.slice(0, rowsLookedAt), rows.slice(-rowsLookedAt).reverse()]
  return [
    ...first.flatMap((row, at) => (isNear(row, true) ? [candidate(row, at, at, 'top')] : [])),
    ...last.flatMap((row, at) =>
      isNear(row, false) ? [candidate(row, rows.length - 1 - at, at, 'bottom')] : [],
    ),
  ]
}

const numberLine =
  /^(?:[-–—•|]\s*)?(?:(?:page|seite|p\.|s\.|página|pagina|стр\.|第)\s*)?(\d{1,5}|[ivxlc]{1,8})(?:\s*(?:of|\/|von|sur|de|di|из|\|)\s*\d{1,5})?(?:\s*[-–—•|页頁])?$/iu

const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

const numberOf = (text: string): number | undefined => {
  const literal = numberLine.exec(text)?.[1]?.toLowerCase()
  if (literal === undefined) return undefined
  if (/^\d/.test(literal)) return Number(literal)
  const values = [...literal].map((letter) => romans[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** Numbers that go up with the pages. */
const pageNumbers = (candidates: readonly Candidate[], pages: number): readonly Candidate[] => {
  const found = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const number = candidate.isOutermost ? numberOf(candidate.text) : undefined
    if (number === undefined) continue
    const offset = number - candidate.page
    const others = found.get(offset)
    if (others) others.push(candidate)
    else found.set(offset, [candidate])
  }
  return [...found].flatMap(([offset, alike]) =>
    alike.length >= 2 || (pages === 1 && offset === 0) ? alike : [],
  )
}

/** Words that stand in the same place on several pages. */
const repeated = (candidates: readonly Candidate[], pages: number): readonly Candidate[] => {
  const found = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    if (!/\p{L}{2}/u.test(candidate.key.replace(/^\w+ /, ''))) continue
    const alike = found.get(candidate.key)
    if (!alike) found.set(candidate.key, [candidate])
    else if (Math.abs((alike[0]?.y ?? 0) - candidate.y) <= slack) alike.push(candidate)
  }
  const needed = pages <= 3 ? 2 : 3
  return [...found.values()].filter((alike) => alike.length >= needed).flat()
}

const textsOf = (candidates: readonly Candidate[]): readonly string[] => [
  ...new Set([...candidates].sort((a, b) => a.page - b.page).map(({ text }) => text)),
]

/** Finds what is printed on pages around the text. */
export const pageFurniture = (pages: Iterable<PageText>): PageFurniture => {
  const candidates: Candidate[] = []
  let count = 0
  for (const page of pages) {
    count += 1
    candidates.push(...candidatesOf(page))
  }
  const numbers = pageNumbers(candidates, count)
  const numbered = new Set(numbers.map(({ id }) => id))
  const heads = repeated(
    candidates.filter(({ id }) => !numbered.has(id)),
    count,
  )
  const ids = new Set([...heads, ...numbers].map(({ id }) => id))
  return {
    has: (page, row) => ids.has(idOf(page, row)),
    heads: textsOf(heads),
    numbers: textsOf(numbers),
  }
}
