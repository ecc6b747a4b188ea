import type { Id } from '#shared/model/scalars'
import type { Jobs } from '../jobs/types'
import { importers } from '../importers/registry'
import type { Parser } from '../parsing/types'
import type { Clock } from '../records/clock'
import { refuseWrites } from '../refuseWrites'
import type { Archive } from '../store/types'
import { commitPlan } from './commitPlan'
import { createPlans, entriesOf } from './createPlans'
import { importEach } from './importEach'
import { makePlan } from './makePlan'
import { previewOf } from './previewOf'
import type { Imports } from './types'

export interface ImportsOptions {
  readonly archive: Archive
  readonly parser: Parser
  readonly jobs: Jobs
  readonly clock: Clock
  readonly actor: string
  /** Called after each commit. */
  readonly committed: () => void
  readonly log: (line: string) => void
}

/** Staged files go once they are not needed; what can't be removed now is cleared when the archive is opened again. */
const removeStaging = (id: Id, needless: Promise<boolean>, { archive, log }: ImportsOptions): void => {
  needless
    .then((remove) => (remove ? archive.staging.remove(id) : undefined))
    .catch((error: unknown) => log(`staged files were not removed: ${String(error)}`))
}

/** Plan and commit: what would become of files, then the same for good. One refused file never ends the rest. */
export const createImports = (options: ImportsOptions): Imports => {
  const { archive, jobs, clock } = options
  const plans = createPlans()

  return {
    formats: () =>
      importers.map(({ id, name, extensions, limit }) => ({ id, name, extensions: [...extensions], limit })),
    plan: (paths, planOptions) => {
      refuseWrites(archive.readOnly)
      const planId = clock.createId()
      const job = jobs.start('plan', async (context) => {
        plans.keep(await makePlan(planId, paths, planOptions, context, options))
        return { kind: 'plan', planId }
      })
      removeStaging(
        planId,
        jobs.ended(job.id).then(({ state }) => state !== 'done'),
        options,
      )
      return job
    },
    planned: (planId, offset, limit) => {
      const plan = plans.get(planId)
      return { totals: plan.totals, entries: entriesOf(plan, offset, limit) }
    },
    preview: (planId, index) => previewOf(plans.get(planId), index, archive.catalogue),
    commit: (planId, leaveOut) => {
      refuseWrites(archive.readOnly)
      const plan = plans.take(planId)
      const job = jobs.start('import', (context) => commitPlan(plan, leaveOut, context, options))
      removeStaging(
        planId,
        jobs.ended(job.id).then(() => true),
        options,
      )
      return job
    },
    importNow: (paths, planOptions) => {
      refuseWrites(archive.readOnly)
      const stagingId = clock.createId()
      const job = jobs.start('import', (context) =>
        importEach(stagingId, paths, planOptions, context, options),
      )
      removeStaging(
        stagingId,
        jobs.ended(job.id).then(() => true),
        options,
      )
      return job
    },
    discard: async (planId) => {
      plans.take(planId)
      await archive.staging.remove(planId)
    },
    close: async () => {
      for (const id of plans.ids()) await archive.staging.remove(plans.take(id).id)
    },
  }
}
