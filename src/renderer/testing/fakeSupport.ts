import type { ArticleView } from '#shared/contract/records'
import type { ArticleSupport, PassageSupport, SupportRow } from '#shared/contract/support'
import type { ArchiveClient } from '#shared/contract/archive'
import { supportOf } from '#shared/model/support'

/** What the core says of an article, without what the archive knows beyond it. */
export const createFakeSupport = ({ article, sources }: ArticleView, versionId?: string): ArticleSupport => {
  const version = article.versions.find(({ id }) => id === versionId) ?? article.versions.at(-1)
  if (!version) throw new TypeError('a fake article has a version')
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  const support = supportOf(version, article.citations)
  const passages = version.passages.map(({ label, passageKind }): PassageSupport => {
    const { basis, citationIds } = support.get(label) ?? { basis: 'none', citationIds: [] }
    const named = citationIds.flatMap((id) => {
      const { sourceId } = article.citations.find((one) => one.id === id) ?? {}
      return sourceId === undefined ? [] : [sourceId]
    })
    const groups = [...new Set(named)].map((sourceId): PassageSupport['groups'][number] => {
      const name = names.get(sourceId) ?? ''
      const times = named.filter((one) => one === sourceId).length
      return {
        members: [{ name, sourceId }],
        why: times > 1 ? [{ reason: 'named-again', name, times }] : [],
      }
    })
    return {
      passage: label,
      basis,
      independent: groups.length,
      checkable: passageKind !== 'heading',
      citationIds: [...citationIds],
      groups,
    }
  })
  return { versionId: version.id, passages, credits: [], sameText: [] }
}

export const createFakeSupportLists = (views: readonly ArticleView[]): ArchiveClient['support'] => ({
  passages: async ({ places }) =>
    places.flatMap(({ articleId, passage }) => {
      const view = views.find(({ article }) => article.id === articleId)
      const found = view && createFakeSupport(view).passages.find((one) => one.passage === passage)
      return found ? [{ articleId, passage, groups: found.groups }] : []
    }),
  list: async ({ list, offset = 0, limit = 100 }) => {
    const rows = views.flatMap((view): SupportRow[] => {
      if (list === 'uncredited') return []
      const { id, headline: title, versions } = view.article
      const passages = versions.at(-1)?.passages ?? []
      return createFakeSupport(view).passages.flatMap(({ passage, independent, groups }) => {
        const found = passages.find(({ label }) => label === passage)
        if (found?.passageKind !== 'paragraph' || independent !== (list === 'unsourced' ? 0 : 1)) return []
        const members = groups.flatMap((group) => group.members.map(({ name }) => name))
        const why = groups.flatMap((group) => group.why)
        return [{ id, kind: 'article', title, passage, text: found.text, sources: members, why }]
      })
    })
    return {
      total: rows.length,
      looked: views.length,
      of: views.length,
      rows: rows.slice(offset, offset + limit),
    }
  },
})
