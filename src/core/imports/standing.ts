import type { Version } from '#shared/model/article'
import type { ParsedArticle, ParsedItem } from '#shared/model/parsed'
import type { ArticleRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { currentVersion } from '#shared/model/support'
import { contentDigest, namesOf } from '../likeness/fingerprintsOf'
import type { Catalogue } from '../store/types'

/** What a parsed record is to the archive: something new, another version of what is held, or held already. */
export type Standing =
  | { readonly as: 'new' }
  | { readonly as: 'version'; readonly of: ArticleRecord }
  | { readonly as: 'held'; readonly id: Id }

export type StandingLookup = Pick<Catalogue, 'itemsWith' | 'record' | 'sourceNamed'>

/** What a text says, in one form for what is held and what was read. */
const saidBy = (headline: string, text: Pick<ParsedArticle, 'passages' | 'slots'> | Version): string =>
  JSON.stringify([
    headline,
    text.passages.map(({ label, text: words }) => [label, words]),
    text.slots.map(({ caption, credit, altText }) => [caption, credit, altText]),
  ])

/** As `saidBy`, for earlier versions, whose headlines are not kept. Nothing where there is no text to know it again by. */
const wordsOf = (text: Pick<ParsedArticle, 'passages' | 'slots'> | Version): string | undefined =>
  text.passages.length > 0 ? saidBy('', text) : undefined

/**
 * The same text as the latest version has it, or as an earlier one had it: files that are imported again, in whatever
 * order, make no versions of versions.
 */
const isSameText = (held: ArticleRecord, parsed: ParsedArticle): boolean => {
  if (saidBy(held.headline, currentVersion(held)) === saidBy(parsed.fields.headline, parsed)) return true
  const words = wordsOf(parsed)
  const earlier = held.versions.slice(0, -1)
  return words !== undefined && earlier.some((version) => wordsOf(version) === words)
}

/** The article of the same address or publisher's name that is held, whichever was added first. */
export const heldArticle = (
  { fields }: ParsedArticle,
  { itemsWith, record }: StandingLookup,
): ArticleRecord | undefined => {
  for (const name of namesOf(fields)) {
    const [id] = itemsWith(name)
    const held = id === undefined ? undefined : record(id)
    if (held?.kind === 'article') return held
  }
  return undefined
}

const heldContent = (content: object, { itemsWith }: StandingLookup): Standing => {
  const [id] = itemsWith({ kind: 'content', value: contentDigest(content) })
  return id === undefined ? { as: 'new' } : { as: 'held', id }
}

/** `separate`: an article of its own, though one of the same address is held. */
export const standingOf = (item: ParsedItem, lookup: StandingLookup, separate = false): Standing => {
  if (item.kind === 'article') {
    const held = separate ? undefined : heldArticle(item, lookup)
    if (!held) return { as: 'new' }
    return isSameText(held, item) ? { as: 'held', id: held.id } : { as: 'version', of: held }
  }
  if (item.kind === 'reference') {
    const { id: _id, ...csl } = item.csl
    return heldContent(csl, lookup)
  }
  if (item.kind === 'photo') return item.held ? { as: 'new' } : heldContent(item.fields, lookup)
  if (item.kind === 'source') {
    const held = lookup.sourceNamed(item.name)
    return held ? { as: 'held', id: held.id } : { as: 'new' }
  }
  return { as: 'new' }
}
