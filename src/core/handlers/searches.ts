import type { ListSource } from '../searches/lists/readList'
import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

const savedHandlers = (os: ArchiveImplementer, { searches: { saved } }: Services) => ({
  list: os.searches.list.handler(() => ({ searches: saved.list() })),
  changes: os.searches.changes.handler(async function* ({ signal }) {
    for await (const _ of saved.changes(signal)) yield {}
  }),
  save: os.searches.save.handler(({ input: { name, ...asked } }) => saved.save(name, asked)),
  rename: os.searches.rename.handler(({ input }) => saved.rename(input.id, input.name)),
  update: os.searches.update.handler(({ input: { id, ...asked } }) => saved.update(id, asked)),
  remove: os.searches.remove.handler(({ input }) => {
    saved.remove(input.id)
    return {}
  }),
  restore: os.searches.restore.handler(({ input }) => saved.restore(input.id)),
})

const listHandlers = (os: ArchiveImplementer, { searches: { lists, tables }, pathOf }: Services) => {
  const sourceOf = async (source: { token: string } | { text: string }): Promise<ListSource> =>
    'token' in source ? { path: await pathOf(source.token) } : source
  return {
    readList: os.searches.readList.handler(async ({ input }) => lists.preview(await sourceOf(input.source))),
    runList: os.searches.runList.handler(async ({ input }) => ({
      jobId: lists.run({ ...input, source: await sourceOf(input.source) }).id,
    })),
    listed: os.searches.listed.handler(({ input }) => {
      const rows = lists.rows(input.jobId, input)
      return { total: rows.length, rows: rows.slice(input.offset, input.offset + input.limit) }
    }),
    exportList: os.searches.exportList.handler(async ({ input }) => {
      const rows = lists.rows(input.jobId, input)
      return { jobId: (await tables.list(rows, await pathOf(input.destination))).id }
    }),
  }
}

export const searchesHandlers = (os: ArchiveImplementer, services: Services) => ({
  ...savedHandlers(os, services),
  ...listHandlers(os, services),
  exportHits: os.searches.exportHits.handler(async ({ input: { form, destination, ...asked } }) => {
    const path = await services.pathOf(destination)
    return { jobId: (await services.searches.tables.hits(asked, form, path)).id }
  }),
})
