import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const jobHandlers = (os: ArchiveImplementer, { jobs }: Services) => ({
  list: os.jobs.list.handler(() => [...jobs.list()]),
  watch: os.jobs.watch.handler(({ input, signal }) => jobs.watch(input.id, signal)),
  cancel: os.jobs.cancel.handler(({ input }) => {
    jobs.cancel(input.id)
    return {}
  }),
  pause: os.jobs.pause.handler(({ input }) => {
    jobs.pause(input.id)
    return {}
  }),
  resume: os.jobs.resume.handler(({ input }) => {
    jobs.resume(input.id)
    return {}
  }),
  report: os.jobs.report.handler(({ input }) => jobs.report(input.id, input.offset, input.limit)),
})
