import type { Row } from '#shared/contract/library'
import type { PassageSupport, SameOrigin, SupportListName } from '#shared/contract/support'
import type { Version } from '#shared/model/article'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'

/** A passage, or a photo as a whole, that lacks something; without its text, which is read for the page that is shown. */
export interface Lacking {
  readonly row: Row
  readonly passage?: string
  readonly sources?: readonly string[]
  readonly why?: readonly SameOrigin[]
}

export type PassagesOf = (article: ArticleRecord, version: Version) => Promise<readonly PassageSupport[]>

/** Rows of the library's list that need no closer look are told by what the list says of them. */
export const mayLack: Readonly<Record<SupportListName, (row: Row) => boolean>> = {
  unsourced: ({ support }) => support?.includes('n') ?? false,
  'single-source': ({ support }) => support !== undefined,
  // What a list shows under a photo is its creator, or else its credit line.
  uncredited: ({ subtitle }) => subtitle === undefined,
}

const lacks = (list: SupportListName, { basis, independent, checkable }: PassageSupport): boolean =>
  checkable && (list === 'unsourced' ? independent === 0 && basis === 'none' : independent === 1)

/** The paragraphs of an article's newest version that rest on nothing, or on one source. */
export const lackingIn = async (
  list: SupportListName,
  row: Row,
  article: ArticleRecord,
  passagesOf: PassagesOf,
): Promise<Lacking[]> => {
  const version = currentVersion(article)
  const paragraphs = new Set(
    version.passages.filter(({ passageKind }) => passageKind === 'paragraph').map(({ label }) => label),
  )
  const passages = await passagesOf(article, version)
  return passages
    .filter((one) => paragraphs.has(one.passage) && lacks(list, one))
    .map(({ passage, groups }) => ({
      row,
      passage,
      why: groups.flatMap(({ why }) => why),
      sources: [...new Set(groups.flatMap(({ members }) => members.map(({ name }) => name)))],
    }))
}
