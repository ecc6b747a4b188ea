import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'
import { givenUnlock } from './givenUnlock'
import { waitingHandlers } from './waiting'

export const importHandlers = (os: ArchiveImplementer, services: Services) => ({
  ...waitingHandlers(os, services),
  ...planHandlers(os, services),
})

const planHandlers = (os: ArchiveImplementer, { imports, pathOf }: Services) => ({
  formats: os.imports.formats.handler(() => imports.formats()),
  plan: os.imports.plan.handler(async ({ input }) => {
    const paths = await Promise.all(input.tokens.map(pathOf))
    const asked = { keepUnreadable: input.keepUnreadable, ...givenUnlock(input.unlock) }
    return { jobId: imports.plan(paths, asked).id }
  }),
  planned: os.imports.planned.handler(({ input }) =>
    imports.planned(input.planId, input.offset, input.limit),
  ),
  preview: os.imports.preview.handler(({ input }) => imports.preview(input.planId, input.index)),
  conflicts: os.imports.conflicts.handler(({ input: { planId, index, offset, limit } }) => {
    const conflicts = imports.conflicts(planId, index)
    return { total: conflicts.length, conflicts: conflicts.slice(offset, offset + limit) }
  }),
  commit: os.imports.commit.handler(({ input }) => ({
    jobId: imports.commit(input.planId, input).id,
  })),
  remap: os.imports.remap.handler(({ input }) => imports.remap(input.planId, input.index, input.mapping)),
  discard: os.imports.discard.handler(async ({ input }) => {
    await imports.discard(input.planId)
    return {}
  }),
})

export const exportHandlers = (os: ArchiveImplementer, { comparing, exports, pathOf }: Services) => ({
  preview: os.exports.preview.handler(({ input }) => exports.preview(input.selection, input.profile)),
  preflight: os.exports.preflight.handler(({ input }) => exports.preflight(input.selection, input.profile)),
  start: os.exports.start.handler(async ({ input }) => {
    const { selection, form, profile, date, identifier, waivers, sign, lock } = input
    const destination = await pathOf(input.destination)
    const stated = { ...(date ? { date } : {}), ...(identifier ? { identifier } : {}) }
    const sealing = { sign, ...(lock ? { lock } : {}) }
    const job = await exports.start({ selection, destination, form, profile, waivers, ...stated, ...sealing })
    return { jobId: job.id }
  }),
  sinceLast: os.exports.sinceLast.handler(({ input }) => ({
    jobId: comparing.sinceLast(input.selection).id,
  })),
  sincePack: os.exports.sincePack.handler(async ({ input }) => ({
    jobId: comparing.sincePack(await pathOf(input.token), givenUnlock(input.unlock)).id,
  })),
  compared: os.exports.compared.handler(({ input }) => comparing.compared(input.jobId)),
})

export const verifyHandlers = (os: ArchiveImplementer, services: Services) => {
  const { jobs, pathOf, verifyArchive, verifyPack, rereading, repair } = services
  return {
    rereading: os.verify.rereading.handler(() => rereading()),
    repair: os.verify.repair.handler(async ({ input: { token } }) => ({
      jobId: repair(token === undefined ? undefined : await pathOf(token)).id,
    })),
    archive: os.verify.archive.handler(() => ({
      jobId: jobs.start('verify', async ({ signal, progress, result }) => {
        const verification = await verifyArchive({ signal, onFile: result, onProgress: progress })
        return { kind: 'verify', verification }
      }).id,
    })),
    pack: os.verify.pack.handler(async ({ input }) => {
      const path = await pathOf(input.token)
      const { id } = jobs.start('verify', async ({ signal, progress, result }) => {
        const verification = await verifyPack(path, {
          signal,
          onFile: result,
          onProgress: progress,
          ...givenUnlock(input.unlock),
        })
        return { kind: 'verify', verification }
      })
      return { jobId: id }
    }),
  }
}
