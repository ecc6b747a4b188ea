import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const libraryHandlers = (os: ArchiveImplementer, services: Services) => {
  const { archive, search, changes, jobs } = services
  const { catalogue } = archive
  return {
    describe: os.library.describe.handler(() => ({
      id: archive.id,
      name: archive.name,
      ...(archive.readOnly ? { readOnly: archive.readOnly } : {}),
      ...catalogue.describe(),
      index: search.state(),
      revision: catalogue.revision(),
    })),
    list: os.library.list.handler(({ input }) =>
      catalogue.list(input.filter, input.sort, input.offset, input.limit),
    ),
    ids: os.library.ids.handler(({ input }) => catalogue.ids(input.filter, input.sort)),
    changes: os.library.changes.handler(({ signal }) => changes.watch(signal)),
    rebuild: os.library.rebuild.handler(() => ({
      jobId: jobs.start('rebuild', async ({ signal, progress }) => {
        progress({ step: 'index' })
        return { kind: 'rebuild', items: await search.rebuild(signal) }
      }).id,
    })),
  }
}
