import type { SupportMember } from '#shared/contract/support'
import type { Citation, Source } from '#shared/model/citation'
import type { Evidence } from '#shared/model/claim'
import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import { originKey } from './agencies'
import type { Knowledge } from './createKnowledge'
import { isOneText } from './isOneText'
import { photoCredit } from './photoCredit'
import type { Stated } from './stated'

/** One that stands behind something, however often it is named. */
export interface Naming {
  readonly key: string
  readonly member: SupportMember
  /** Keys under which it is known. */
  readonly origins: ReadonlySet<string>
  /** The words of its citations, as printed. */
  readonly literals: readonly string[]
  readonly times: number
  /** The passages that name it, or what is stated where none does. */
  readonly texts: readonly string[]
  /** Articles of its own that were brought as evidence. */
  readonly articleIds: readonly Id[]
  /** Articles that were brought as evidence and cite it first. */
  readonly citedIn: readonly Id[]
}

type Telling = Pick<Naming, 'texts'> & Partial<Pick<Naming, 'articleIds' | 'citedIn'>>

const originsOf = (source: Source | undefined, name: string): ReadonlySet<string> =>
  new Set((source ? [source.name, ...source.aliases] : [name]).map(originKey))

const ofCitation = (citation: Citation, { read, sourceOf }: Knowledge, telling: Telling): Naming => {
  const held = citation.referenceId === undefined ? undefined : read(citation.referenceId)
  const reference = held?.kind === 'reference' ? held : undefined
  const source = sourceOf(citation.sourceId ?? reference?.sourceId)
  const name = source?.name ?? (reference ? titleOf(reference) : citation.literal)
  return {
    key: source?.id ?? reference?.id ?? `literal ${originKey(citation.literal)}`,
    member: {
      name,
      ...(source ? { sourceId: source.id } : {}),
      ...(reference ? { referenceId: reference.id } : {}),
    },
    origins: originsOf(source, name),
    literals: [citation.literal],
    times: 1,
    articleIds: [],
    citedIn: [],
    ...telling,
  }
}

const itemOf = (item: AnyRecord | undefined): Pick<SupportMember, 'itemId' | 'itemKind'> =>
  item?.kind === 'article' || item?.kind === 'photo' || item?.kind === 'reference'
    ? { itemId: item.id, itemKind: item.kind }
    : {}

/** Evidence by who says so, else by whoever published it or took it, else as the item that it is. */
const standing = (item: AnyRecord | undefined, source: Source | undefined, texts: string[]): Naming => {
  const publisher = item?.kind === 'article' ? item.publisher : undefined
  const credit = item?.kind === 'photo' && !source ? photoCredit(item) : undefined
  const named = publisher ?? credit?.name
  const name = source?.name ?? named ?? (item ? titleOf(item) : '')
  const article = item?.kind === 'article' ? [item.id] : []
  return {
    key: source?.id ?? (named === undefined ? item?.id : `literal ${originKey(name)}`) ?? name,
    member: { name, ...(source ? { sourceId: source.id } : {}), ...itemOf(item) },
    origins: credit?.origins ?? originsOf(source, name),
    literals: credit ? [credit.name] : [],
    times: 1,
    texts,
    articleIds: source ? [] : article,
    citedIn: source ? article : [],
  }
}

const ofEvidence = (
  { target, itemId, sourceId }: Evidence,
  { storyId, text }: Stated,
  knowledge: Knowledge,
): Naming[] => {
  const { read } = knowledge
  const passage = target && knowledge.citedAt(target)
  const texts = [passage?.text ?? text]
  const id = target?.articleId ?? itemId
  const item = id === undefined ? undefined : read(id)
  const source = knowledge.sourceOf(sourceId ?? (item?.kind === 'reference' ? item.sourceId : undefined))
  if (!source && passage && passage.citations.length > 0)
    return passage.citations.map((citation, at) =>
      ofCitation(citation, knowledge, { texts, citedIn: at === 0 && id !== undefined ? [id] : [] }),
    )
  if (!source && !item) return []
  const isStory = item !== undefined && storyId !== undefined && isOneText(item.id, storyId, knowledge)
  return isStory && !source ? [] : [standing(item, source, texts)]
}

const joined = (held: Naming, more: Naming): Naming => ({
  ...held,
  literals: [...held.literals, ...more.literals],
  times: held.times + more.times,
  texts: [...new Set([...held.texts, ...more.texts])],
  articleIds: [...new Set([...held.articleIds, ...more.articleIds])],
  citedIn: [...new Set([...held.citedIn, ...more.citedIn])],
})

/**
 * Those behind something, each once, in the order in which they are first named: whom its passage cites, and of each piece
 * of evidence who says so, whom it cites, or itself. The story that states it, and what carries the story's text, is not
 * behind it.
 */
export const namingsOf = (stated: Stated, knowledge: Knowledge): Naming[] => {
  const namings = new Map<string, Naming>()
  const all = [
    ...stated.citations.map((citation) => ofCitation(citation, knowledge, { texts: [stated.text] })),
    ...stated.supporting.flatMap((evidence) => ofEvidence(evidence, stated, knowledge)),
  ]
  for (const naming of all) {
    const held = namings.get(naming.key)
    namings.set(naming.key, held ? joined(held, naming) : naming)
  }
  return [...namings.values()]
}
