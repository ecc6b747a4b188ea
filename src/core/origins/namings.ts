import type { SupportMember } from '#shared/contract/support'
import type { Citation, Source } from '#shared/model/citation'
import type { Evidence } from '#shared/model/claim'
import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'
import { titleOf } from '../records/titleOf'
import { originKey } from './agencies'

/** One that stands behind a passage, however often it is named. */
export interface Naming {
  readonly key: string
  readonly member: SupportMember
  /** Keys under which it is known. */
  readonly origins: ReadonlySet<string>
  /** The words of its citations, as printed. */
  readonly literals: readonly string[]
  readonly times: number
  /** An article of the archive that was brought as evidence. */
  readonly articleId?: Id
}

export type ReadRecord = (id: Id) => AnyRecord | undefined

const readSource = (read: ReadRecord, id: Id | undefined): Source | undefined => {
  const record = id === undefined ? undefined : read(id)
  return record?.kind === 'source' ? record : undefined
}

const namesOf = (source: Source): string[] => [source.name, ...source.aliases]

const ofCitation = (citation: Citation, read: ReadRecord): Naming => {
  const source = readSource(read, citation.sourceId)
  const reference = citation.referenceId === undefined ? undefined : read(citation.referenceId)
  const name = source?.name ?? (reference ? titleOf(reference) : citation.literal)
  return {
    key: source?.id ?? reference?.id ?? `literal ${originKey(citation.literal)}`,
    member: {
      name,
      ...(source ? { sourceId: source.id } : {}),
      ...(reference ? { referenceId: reference.id } : {}),
    },
    origins: new Set((source ? namesOf(source) : [name]).map(originKey)),
    literals: [citation.literal],
    times: 1,
  }
}

const ofEvidence = (evidence: Evidence, read: ReadRecord): Naming | undefined => {
  const source = readSource(read, evidence.sourceId)
  const itemId = evidence.target?.articleId ?? evidence.itemId
  const item = itemId === undefined ? undefined : read(itemId)
  if (!source && !item) return undefined
  const article = item?.kind === 'article' ? item : undefined
  const name = source?.name ?? article?.publisher ?? (item ? titleOf(item) : '')
  return {
    key: source?.id ?? (article?.publisher === undefined ? item?.id : `literal ${originKey(name)}`) ?? name,
    member: {
      name,
      ...(source ? { sourceId: source.id } : {}),
      ...(item ? { itemId: item.id } : {}),
    },
    origins: new Set((source ? namesOf(source) : [name]).map(originKey)),
    literals: [],
    times: 1,
    ...(article ? { articleId: article.id } : {}),
  }
}

/** Those behind a passage, each once, in the order in which they are first named. */
export const namingsOf = (
  citations: readonly Citation[],
  evidence: readonly Evidence[],
  read: ReadRecord,
): Naming[] => {
  const namings = new Map<string, Naming>()
  const all = [
    ...citations.map((citation) => ofCitation(citation, read)),
    ...evidence.flatMap((one) => ofEvidence(one, read) ?? []),
  ]
  for (const naming of all) {
    const held = namings.get(naming.key)
    namings.set(
      naming.key,
      held
        ? { ...held, literals: [...held.literals, ...naming.literals], times: held.times + naming.times }
        : naming,
    )
  }
  return [...namings.values()]
}
