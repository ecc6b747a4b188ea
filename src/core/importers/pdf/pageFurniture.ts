import type { PageText, TextRow } from './textPiece'

/** Rows that do not belong to the text: heads and feet of pages, and numbers of pages. */
export interface PageFurniture {
  readonly rows: ReadonlySet<TextRow>
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
  readonly row: TextRow
  readonly text: string
  readonly page: number
  /** Place and words without numbers, which change from page to page. */
  readonly key: string
  /** Nothing stands further out. */
  readonly isOutermost: boolean
}

export const rowText = ({ segments }: TextRow): string => segments.map(({ text }) => text).join(' ')

const candidatesOf = ({ number, height, frames }: PageText): readonly Candidate[] => {
  const rows = frames[0] ?? []
  const candidate = (row: TextRow, at: number, place: string): Candidate => {
    const text = rowText(row)
    return { row, text, page: number, key: `${place} ${text.replace(/\d+/g, '#')}`, isOutermost: at === 0 }
  }
  const isNear = (row: TextRow, isTop: boolean): boolean =>
    isTop ? row.y <= height * margin : row.y >= height * (1 - margin)
  const [first, last] = [rows.slice(0, rowsLookedAt), rows.slice(-rowsLookedAt).reverse()]
  return [
    ...first.flatMap((row, at) => (isNear(row, true) ? [candidate(row, at, 'top')] : [])),
    ...last.flatMap((row, at) => (isNear(row, false) ? [candidate(row, at, 'bottom')] : [])),
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
    else if (Math.abs((alike[0]?.row.y ?? 0) - candidate.row.y) <= slack) alike.push(candidate)
  }
  const needed = pages <= 3 ? 2 : 3
  return [...found.values()].filter((alike) => alike.length >= needed).flat()
}

const textsOf = (candidates: readonly Candidate[]): readonly string[] => [
  ...new Set([...candidates].sort((a, b) => a.page - b.page).map(({ text }) => text)),
]

/** Finds what is printed on pages around the text. */
export const pageFurniture = (pages: readonly PageText[]): PageFurniture => {
  const candidates = pages.flatMap(candidatesOf)
  const numbers = pageNumbers(candidates, pages.length)
  const taken = new Set(numbers.map(({ row }) => row))
  const heads = repeated(
    candidates.filter(({ row }) => !taken.has(row)),
    pages.length,
  )
  return {
    rows: new Set([...heads, ...numbers].map(({ row }) => row)),
    heads: textsOf(heads),
    numbers: textsOf(numbers),
  }
}
