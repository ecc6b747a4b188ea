import type { ArchiveClient } from '#shared/contract/archive'
import type { Offered } from '#shared/contract/host'
import type { JobState } from '#shared/contract/jobs'
import { errorToReport } from './errorToReport'
import type { ImportState } from './importState'
import { jobToError } from './jobToError'
import type { PackSecret } from './packSecret'
import { createPlanEntries } from './planEntries'
import { readPlan } from './readPlan'

export interface JobWatcher {
  readonly track: (id: string) => Promise<JobState | undefined>
  readonly cancel: (id: string) => Promise<void>
}

/** What the user set for the next dry run. */
export interface DryRunOptions {
  /** What can't be read is kept as an original. */
  readonly keepUnreadable: boolean
}

type Asking = (unlock: { unlock?: PackSecret }) => Promise<{ jobId: string }>

/** What would become of files, found out by a job that writes nothing. */
export const createDryRun = (
  state: ImportState,
  { imports }: ArchiveClient,
  jobs: JobWatcher,
  options: () => DryRunOptions,
) => {
  /** Gives the dry run back; nothing was written for it. */
  const discard = async (): Promise<void> => {
    const planId = state.planId.value
    const running = state.stage.value === 'planning' ? state.jobId.value : undefined
    state.clear()
    if (running !== undefined) await jobs.cancel(running)
    if (planId === undefined) return
    try {
      await imports.discard({ planId })
    } catch {
      // Gone already, with its process or by its import: there is nothing left to give back.
    }
  }

  const run = async (
    plan: () => Promise<{ jobId: string } | undefined>,
    isHeld: () => boolean,
  ): Promise<void> => {
    const started = await plan()
    if (!started) {
      if (isHeld()) state.stage.value = 'empty'
      return
    }
    const { jobId } = started
    if (!isHeld()) return jobs.cancel(jobId)
    state.jobId.value = jobId
    const end = await jobs.track(jobId)
    if (!isHeld()) return
    const cause = jobToError(end)
    if (cause) return state.fail(cause, 'empty')
    if (end?.result?.kind !== 'plan') return
    state.planId.value = end.result.planId
    await readPlan(state, imports, end.result.planId, isHeld)
  }

  /** Begins with the job that `plan` answers, if it does. An unfinished dry run before it is given back. */
  const begin = async (plan: () => Promise<{ jobId: string } | undefined>): Promise<void> => {
    if (state.stage.value === 'importing') return
    const answerBefore = discard()
    const isHeld = state.hold()
    await answerBefore
    try {
      await run(plan, isHeld)
    } catch (cause) {
      if (isHeld()) state.fail(errorToReport(cause), 'empty')
    }
  }

  /** How the dry run that is held was asked for, so that it can be asked for again. */
  let asked: Asking | undefined

  const plan = (ask: Asking): Promise<{ jobId: string }> => {
    asked = ask
    state.stage.value = 'planning'
    return ask({})
  }

  /** Starts with what a dialog, a drop or an upload gave. */
  const start = (offered: () => Promise<readonly (Offered | null)[] | null>): Promise<void> =>
    begin(async () => {
      const isHeld = state.hold()
      const answer = await offered()
      const tokens = (answer ?? []).flatMap((one) => (one ? [one.token] : []))
      if (tokens.length === 0 || !isHeld()) return undefined
      return plan((unlock) => imports.plan({ tokens, ...options(), ...unlock }))
    })

  /** Starts with files of the inbox: these, or all where none is named. */
  const startInbox = (ids: readonly string[]): Promise<void> =>
    begin(() =>
      plan((unlock) =>
        imports.planInbox({ ...(ids.length > 0 ? { ids: [...ids] } : {}), ...options(), ...unlock }),
      ),
    )

  /** The same dry run from its beginning, with what opens its encrypted packs. */
  const unlock = (secret: PackSecret): Promise<void> =>
    begin(async () => {
      state.stage.value = 'planning'
      return asked?.({ unlock: secret })
    })

  return { start, startInbox, unlock, discard, ...createPlanEntries(state, imports) }
}
