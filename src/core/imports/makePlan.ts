import type { FileResult } from '#shared/contract/jobs'
import type { Id } from '#shared/model/scalars'
import type { JobContext } from '../jobs/types'
import { stateOf } from '../records/fileState'
import { createBench, type Bench, type BenchDeps } from './bench'
import { createPlan, type Plan } from './createPlans'
import { judgeFile } from './judgeFile'
import { refuse, remark, type Judgement } from './judgement'
import { judgePack } from './packs/judgePack'
import type { Found, Origin, PlanOptions } from './types'
import { isLeftOut, isRefused, walk } from './walk'

/** Says what would become of one place that the walk came by, and of what is inside it. */
export async function* judge(found: Found, bench: Bench): AsyncGenerator<Judgement> {
  if (isRefused(found)) yield refuse(found.name, found.error)
  else if (isLeftOut(found)) yield remark(found.name, found.leftOut)
  else if (found.form === 'pack') yield await judgePack(found, bench)
  else yield* judgeFile(found, bench)
}

/** Everything under these paths; `total` grows while folders are walked. */
export const walkAll = async (
  paths: readonly string[],
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
): Promise<Found[]> => {
  const all: Found[] = []
  for await (const found of walk(paths)) {
    signal.throwIfAborted()
    all.push(found)
    progress({ total: all.length })
  }
  return all
}

const outcomes = {
  add: 'checked',
  version: 'checked',
  keep: 'checked',
  duplicate: 'duplicate',
  refuse: 'refused',
  note: 'note',
} as const

const checked = ({ judged: { entry } }: Judgement): FileResult => ({
  name: entry.name,
  outcome: outcomes[entry.outcome],
  ...(entry.id === undefined ? {} : { id: entry.id }),
  ...(entry.sha256 === undefined ? {} : { sha256: entry.sha256 }),
  ...(entry.title === undefined ? {} : { title: entry.title }),
  ...(entry.error === undefined ? {} : { error: entry.error }),
  ...(entry.message === undefined ? {} : { message: entry.message }),
})

/** A dry run: stages and parses every file, and writes nothing to originals or catalogue. */
export const makePlan = async (
  id: Id,
  paths: readonly string[],
  planOptions: PlanOptions,
  context: JobContext,
  deps: BenchDeps,
): Promise<Plan> => {
  const bench = await createBench(id, planOptions, context.signal, deps)
  const judgements: Judgement[] = []
  const origins: Origin[] = []
  let bytes = 0
  for (const [index, found] of (await walkAll(paths, context)).entries()) {
    await context.pausePoint()
    context.progress({ current: found.name })
    const state = 'path' in found ? await stateOf(found.path) : undefined
    const from = judgements.length
    for await (const judgement of judge(found, bench)) {
      await context.pausePoint()
      judgements.push(judgement)
      bytes += judgement.judged.entry.bytes
      context.result(checked(judgement))
      context.progress({ current: judgement.judged.entry.name, bytes, totalBytes: bytes })
    }
    origins.push({ found, state, from, to: judgements.length })
    context.progress({ done: index + 1 })
  }
  return createPlan(id, bench, judgements, { paths, origins })
}
