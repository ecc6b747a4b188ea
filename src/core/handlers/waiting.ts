import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'
import { givenUnlock } from './givenUnlock'

export const waitingHandlers = (os: ArchiveImplementer, { imports, inbox, waiting }: Services) => ({
  interrupted: os.imports.interrupted.handler(async () => [...(await imports.interrupted())]),
  resume: os.imports.resume.handler(async ({ input }) => ({ jobId: (await imports.resume(input.id)).id })),
  forget: os.imports.forget.handler(async ({ input }) => {
    await imports.forget(input.id)
    return {}
  }),
  inbox: os.imports.inbox.handler(({ input }) => inbox.list(input.offset, input.limit)),
  planInbox: os.imports.planInbox.handler(({ input }) => ({
    jobId: imports.plan(inbox.pathsOf(input.ids), {
      keepUnreadable: input.keepUnreadable,
      ...givenUnlock(input.unlock),
    }).id,
  })),
  dismiss: os.imports.dismiss.handler(async ({ input }) => {
    await inbox.dismiss(input.ids)
    return {}
  }),
  news: os.imports.news.handler(async function* ({ signal }) {
    for await (const _ of waiting.rings(signal))
      yield { interrupted: (await imports.interrupted()).length, inbox: inbox.total() }
  }),
})
