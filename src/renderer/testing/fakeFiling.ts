import type { ArchiveClient } from '#shared/contract/archive'
import type { Filed, FilingKind } from '#shared/contract/filing'
import { filingKinds } from '#shared/filingKinds'
import type { ArticleView } from '#shared/contract/records'

const fold = (name: string): string => name.trim().toLowerCase()

/** Tags and collections of the articles in `views`, which are replaced there; the first is in one collection. */
export const createFakeFiling = (views: ArticleView[]) => {
  const file = (id: string, kind: FilingKind, names: readonly string[]): void => {
    const at = views.findIndex(({ article }) => article.id === id)
    const view = views[at]
    if (view) views[at] = { ...view, article: { ...view.article, [kind]: [...names] } }
  }
  const first = views[0]?.article.id
  if (first !== undefined) file(first, 'collections', ['Harbour'])

  const refile = (
    kind: FilingKind,
    change: (held: readonly string[], id: string) => readonly string[],
  ): Filed => {
    const moves = views.flatMap(({ article }) => {
      const [before, after] = [article[kind], [...change(article[kind], article.id)]]
      if (JSON.stringify(before) === JSON.stringify(after)) return []
      file(article.id, kind, after)
      return [{ before, after, ids: [article.id] }]
    })
    return { kind, changed: moves.length, others: 0, moves }
  }
  const counted = (kind: FilingKind): { name: string; articles: number }[] => {
    const counts = new Map<string, number>()
    for (const name of views.flatMap(({ article }) => article[kind]))
      counts.set(name, (counts.get(name) ?? 0) + 1)
    return [...counts].map(([name, articles]) => ({ name, articles }))
  }
  const isOneOf = (names: readonly string[], name: string): boolean =>
    names.some((one) => fold(one) === fold(name))

  const client: ArchiveClient['filing'] = {
    names: async ({ kind, text, limit = 10 }) =>
      counted(kind)
        .filter(({ name }) => fold(name).startsWith(fold(text)))
        .slice(0, limit)
        .map((one) => ({ ...one, same: fold(one.name) === fold(text) })),
    add: async ({ kind, names, ids }) =>
      refile(kind, (held, id) =>
        ids.includes(id) ? [...held, ...names.filter((name) => !isOneOf(held, name))] : held,
      ),
    remove: async ({ kind, names, ids }) =>
      refile(kind, (held, id) => (ids.includes(id) ? held.filter((one) => !isOneOf(names, one)) : held)),
    rename: async ({ kind, names, to }) =>
      refile(kind, (held) => {
        const renamed = held.flatMap((one) => (!isOneOf(names, one) ? [one] : to === undefined ? [] : [to]))
        return [...new Set(renamed)]
      }),
    putBack: async ({ kind, moves }) =>
      refile(kind, (held, id) => moves.find(({ ids }) => ids.includes(id))?.before ?? held),
  }
  const groups: ArchiveClient['overviews']['groups'] = async () => {
    const [tags, collections] = filingKinds.map(counted)
    return { tags: tags ?? [], collections: collections ?? [] }
  }
  return { client, groups }
}
