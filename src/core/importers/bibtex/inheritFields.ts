import { CuttingsError } from '#shared/errors'
import type { BibEntry } from './bibEntries'

/** Entries that others take fields from, by their keys in small letters. */
export type Parents = ReadonlyMap<string, BibEntry>

/** What an entry never takes from another (BibLaTeX manual 3.20, appendix B). */
const ownFields: ReadonlySet<string> = new Set(
  `crossref xref xdata ids label options presort sortkey shorthand shorthandintro related relatedtype relatedoptions
  entryset entrysubtype execute keywords`.split(/\s+/),
)

/** Titles that a child has no use for under another name: those of its parent are not its own. */
const ownTitles: ReadonlySet<string> = new Set(['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle'])

/** Fields that say the same: where a child has one of a row, it takes none of it. */
const sameFields: readonly (readonly string[])[] = [
  ['date', 'year', 'month', 'day'],
  ['location', 'address'],
  ['journaltitle', 'journal'],
  ['institution', 'school'],
]

const hasSame = (fields: ReadonlyMap<string, string>, name: string): boolean =>
  (sameFields.find((row) => row.includes(name)) ?? [name]).some((one) => fields.has(one))

/** Titles of a parent are titles of the container of its child. */
const bookNames: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  titleaddon: 'booktitleaddon',
  author: 'bookauthor',
}
const periodicalNames: Readonly<Record<string, string>> = {
  title: 'journaltitle',
  subtitle: 'journalsubtitle',
}

/** The work of which a volume is one (BibLaTeX's `mvbook` and the like). */
const mainNames: Readonly<Record<string, string>> = {
  title: 'maintitle',
  subtitle: 'mainsubtitle',
  titleaddon: 'maintitleaddon',
}

const isVolume = /^(?:book|collection|proceedings|reference)$/
const inBook = /^(?:in|supp|bookin)|^conference$/

const nameInChild = (name: string, child: string, parent: string): string => {
  if (isVolume.test(child) && parent.startsWith('mv')) return mainNames[name] ?? name
  if (child === 'article' || child === 'suppperiodical') return periodicalNames[name] ?? name
  return inBook.test(child) ? (bookNames[name] ?? name) : name
}

/** Entries on which one entry may rest, one behind the other. */
const longestChain = 4

const parentsNamed = (fields: ReadonlyMap<string, string>, name: 'crossref' | 'xdata'): string[] =>
  (fields.get(name) ?? '')
    .split(',', 20)
    .map((key) => key.trim().toLowerCase())
    .filter((key) => key !== '')

/** Keys of the entries that this one takes fields from, in small letters. */
export const parentKeys = ({ fields }: BibEntry): string[] => [
  ...parentsNamed(fields, 'xdata'),
  ...parentsNamed(fields, 'crossref'),
]

/** Characters that entries may take from others, all together: one long field, taken often, would grow without end. */
export const mostInherited = 50_000_000

/**
 * Gives an entry the fields that it takes from others: `xdata` as they stand, `crossref` under the names that they have in
 * a part of a book or periodical. Its own fields come first. Chains are short, so that a circle ends.
 */
export const createInheritance = (parents: Parents): ((entry: BibEntry) => BibEntry) => {
  let taken = 0
  const spend = (characters: number): void => {
    taken += characters
    if (taken > mostInherited)
      throw new CuttingsError('limit', { what: 'characters from other entries', most: mostInherited })
  }
  const inherit = (entry: BibEntry, depth: number): BibEntry => {
    const keys = depth < longestChain ? parentKeys(entry) : []
    if (keys.length === 0) return entry
    const fields = new Map(entry.fields)
    const missing: string[] = []
    const data = new Set(parentsNamed(entry.fields, 'xdata'))
    for (const key of keys) {
      const parent = parents.get(key)
      if (!parent) missing.push(`The entry refers to "${key.slice(0, 80)}", which the file does not have.`)
      const had: ReadonlyMap<string, string> = new Map(fields)
      for (const [name, value] of parent ? inherit(parent, depth + 1).fields : []) {
        spend(1 + value.length)
        const own = data.has(key) ? name : nameInChild(name, entry.type, parent?.type ?? '')
        const isTaken = !ownFields.has(name) && (data.has(key) || !ownTitles.has(name))
        if (isTaken && !hasSame(had, own)) fields.set(own, value)
      }
      spend(1)
    }
    return { ...entry, fields, problems: [...entry.problems, ...missing] }
  }
  return (entry) => inherit(entry, 0)
}
