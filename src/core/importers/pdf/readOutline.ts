import type { PdfDocument, PdfOutlineEntry } from 'unpdf/pdfjs'

/** Headings as the outline (bookmarks) of a document names them. */
export interface Outline {
  /** Whether a text that stands on a page is what the outline calls a heading of it. */
  readonly names: (text: string, page: number) => boolean
}

/** Entries that are read; a longer outline is of help with the first of them. */
const mostEntries = 5000

/** What two ways of writing a heading share: no spaces, marks or numbering's dots. */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const pageOf = async (document: PdfDocument, dest: PdfOutlineEntry['dest']): Promise<number | undefined> => {
  try {
    const place = typeof dest === 'string' ? await document.getDestination(dest) : dest
    const target = place?.[0]
    if (typeof target === 'number') return target + 1
    return typeof target === 'object' && target !== null
      ? (await document.getPageIndex(target)) + 1
      : undefined
  } catch {
    return undefined
  }
}

/** Entries at any depth, in order; without recursion. */
const entriesOf = (roots: readonly PdfOutlineEntry[]): readonly PdfOutlineEntry[] => {
  const entries: PdfOutlineEntry[] = []
  const waiting = [...roots].reverse()
  for (let entry = waiting.pop(); entry && entries.length < mostEntries; entry = waiting.pop()) {
    entries.push(entry)
    waiting.push(...[...entry.items].reverse().slice(0, mostEntries))
  }
  return entries
}

/** Reads the outline. Never throws: a damaged one names nothing. */
export const readOutline = async (document: PdfDocument): Promise<Outline> => {
  const roots = await document.getOutline().catch(() => null)
  const pages = new Map<string, Set<number> | 'any'>()
  for (const { title, dest } of entriesOf(roots ?? [])) {
    const key = headingKey(title)
    if (key === '') continue
    const page = await pageOf(document, dest)
    const known = pages.get(key)
    if (page === undefined) pages.set(key, known ?? 'any')
    else if (known instanceof Set) known.add(page)
    else pages.set(key, new Set([page]))
  }
  return {
    names: (text, page) => {
      const known = text.length <= 400 ? pages.get(headingKey(text)) : undefined
      return known === 'any' || (known?.has(page) ?? false)
    },
  }
}
