import type { AnyRecord } from '#shared/model/records'
import type { Id } from '#shared/model/scalars'

const idsIn = (ids: readonly (Id | undefined)[]): Id[] => ids.filter((id) => id !== undefined)

/** Ids of the records that a record leans on: a pack that carries it carries them. */
export const pointsAt = (record: AnyRecord): Id[] => {
  switch (record.kind) {
    case 'article':
      return idsIn([
        record.basedOn,
        ...record.versions.flatMap(({ slots }) => slots.map(({ photoId }) => photoId)),
        ...record.citations.flatMap(({ sourceId, referenceId }) => [sourceId, referenceId]),
      ])
    case 'reference':
      return idsIn([record.sourceId])
    case 'citation':
      return [record.articleId]
    case 'claim':
      return idsIn([
        record.target?.articleId,
        ...record.evidence.flatMap(({ target, itemId, sourceId }) => [target?.articleId, itemId, sourceId]),
      ])
    case 'note':
      return [record.target.itemId]
    case 'photo':
    case 'source':
      return []
  }
}
