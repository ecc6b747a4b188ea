import { CuttingsError } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Jobs } from '../jobs/types'
import type { Parser } from '../parsing/types'
import type { Clock } from '../records/clock'
import { refuseWrites } from '../refuseWrites'
import type { Archive } from '../store/types'
import { commitPlan } from './commitPlan'
import { createPlans, entriesOf, judgedAt, withJudgement } from './createPlans'
import type { DeathList } from './deathList'
import { importEach } from './importEach'
import { loadFormats } from './loadFormats'
import { makePlan } from './makePlan'
import { parsedRecordsOf, previewOf } from './previewOf'
import { remapEntry } from './remapEntry'
import { askedOf } from './resuming/askedOf'
import { createJournals, type Journals } from './resuming/createJournals'
import { notePlaces, type DealtWith } from './resuming/notePlaces'
import { resumeImport } from './resuming/resumeImport'
import type { Imports } from './types'

export interface ImportsOptions {
  readonly archive: Archive
  readonly parser: Parser
  readonly deaths: DeathList
  readonly jobs: Jobs
  readonly clock: Clock
  readonly actor: string
  /** Called after each commit. */
  readonly committed: () => void
  readonly log: (line: string) => void
  /** Called when an import may have been interrupted, or one is no longer. */
  readonly interruptionsChanged: () => void
  readonly dealtWith: DealtWith
}

/**
 * Removes staging folders once they are not needed. What can't be removed is told and left: it is cleared when the archive
 * is opened next.
 */
const createSweeper = ({ archive, log }: ImportsOptions) => {
  const removals = new Set<Promise<void>>()
  return {
    removeAfter: (id: Id, needless: Promise<boolean>): void => {
      const removal = needless
        .then((remove) => (remove ? archive.staging.remove(id) : undefined))
        .catch((error: unknown) => log(`staged files were not removed: ${String(error)}`))
        .finally(() => removals.delete(removal))
      removals.add(removal)
    },
    settled: () => Promise.all(removals),
  }
}

/** What can be done with imports that were interrupted. */
const createResuming = (
  journals: Journals,
  sweeper: ReturnType<typeof createSweeper>,
  options: ImportsOptions,
): Pick<Imports, 'interrupted' | 'resume' | 'forget'> => {
  const { archive, jobs, clock, dealtWith } = options
  return {
    interrupted: journals.list,
    resume: async (id) => {
      refuseWrites(archive)
      await journals.check(id)
      const stagingId = clock.createId()
      const job = jobs.start('import', (context) =>
        journals.again(id, context.signal, (journal, content) =>
          resumeImport(stagingId, content, context, options, notePlaces(journal, content.places, dealtWith)),
        ),
      )
      sweeper.removeAfter(
        stagingId,
        jobs.ended(job.id).then(() => true),
      )
      return job
    },
    forget: async (id) => {
      refuseWrites(archive)
      await journals.forget(id)
    },
  }
}

/** Plan and commit: what would become of files, then the same for good. One refused file never ends the rest. */
export const createImports = (options: ImportsOptions): Imports => {
  const { archive, jobs, clock, dealtWith } = options
  const plans = createPlans()
  const sweeper = createSweeper(options)
  const journals = createJournals({ ...options, changed: options.interruptionsChanged })
  const always = (id: Id): Promise<boolean> => jobs.ended(id).then(() => true)

  return {
    formats: loadFormats,
    plan: (paths, planOptions) => {
      refuseWrites(archive)
      const planId = clock.createId()
      const job = jobs.start('plan', async (context) => {
        plans.keep(await makePlan(planId, paths, planOptions, context, options))
        return { kind: 'plan', planId }
      })
      sweeper.removeAfter(
        planId,
        jobs.ended(job.id).then(({ state }) => state !== 'done'),
      )
      return job
    },
    planned: (planId, offset, limit) => {
      const plan = plans.get(planId)
      return { totals: plan.totals, entries: entriesOf(plan, offset, limit) }
    },
    preview: (planId, index) => previewOf(plans.get(planId), index, archive.catalogue),
    conflicts: (planId, index) => {
      const judged = judgedAt(plans.get(planId), index)
      return judged?.form === 'pack' ? judged.conflicts : []
    },
    recordsIn: (planId, index) => parsedRecordsOf(plans.get(planId), index),
    remap: async (planId, index, mapping) => {
      const judgement = await remapEntry(plans.get(planId), index, mapping)
      // As it is now: another entry may have been read again meanwhile, or the plan may be committed.
      const plan = plans.get(planId)
      const before = judgedAt(plan, index)
      const remapped = withJudgement(plan, index, judgement)
      plans.keep(remapped)
      if (before?.form === 'file') plan.shelf.drop(before.file.shelved)
      const [entry] = entriesOf(remapped, index, 1)
      if (!entry) throw new CuttingsError('plan-gone')
      return entry
    },
    commit: (planId, choices) => {
      refuseWrites(archive)
      const plan = plans.take(planId)
      const job = jobs.start('import', (context) => {
        const whole = askedOf(plan, choices, clock.now(), archive.layout.staging)
        return journals.during(context.id, context.signal, whole, (journal) =>
          commitPlan(plan, choices, context, options, notePlaces(journal, whole.places, dealtWith)),
        )
      })
      sweeper.removeAfter(planId, always(job.id))
      return job
    },
    importNow: (paths, planOptions) => {
      refuseWrites(archive)
      const stagingId = clock.createId()
      const job = jobs.start('import', (context) =>
        importEach(stagingId, paths, planOptions, context, options),
      )
      sweeper.removeAfter(stagingId, always(job.id))
      return job
    },
    ...createResuming(journals, sweeper, options),
    discard: async (planId) => {
      plans.take(planId)
      await archive.staging.remove(planId)
    },
    close: async () => {
      for (const id of plans.ids()) sweeper.removeAfter(plans.take(id).id, Promise.resolve(true))
      await sweeper.settled()
    },
  }
}
