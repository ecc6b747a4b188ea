import type { JobResult } from '#shared/contract/jobs'
import type { Id } from '#shared/model/scalars'
import type { JobContext } from '../jobs/types'
import { admit } from './admit'
import { createBench, type BenchDeps } from './bench'
import { judge, walkAll } from './makePlan'
import { openGate, type GateOptions } from './openGate'
import type { PlanOptions } from './types'

/** Plan and commit file by file: each is durable, and told so, before the next one is looked at. */
export const importEach = async (
  stagingId: Id,
  paths: readonly string[],
  planOptions: PlanOptions,
  context: JobContext,
  options: BenchDeps & GateOptions,
): Promise<JobResult> => {
  const bench = await createBench(stagingId, planOptions, context.signal, options)
  const { gate, counts } = openGate({ ...bench, recheck: false }, context, options)
  let bytes = 0
  for (const [index, found] of (await walkAll(paths, context)).entries()) {
    await context.pausePoint()
    context.progress({ current: found.name })
    for await (const { judged } of judge(found, bench)) {
      await context.pausePoint()
      await admit(judged, gate, { taking: planOptions.taking ?? 'none' })
      // What this file became is in the catalogue now, where the next one is compared with it.
      bench.seen.clear()
      bytes += judged.entry.bytes
      context.progress({ current: judged.entry.name, bytes, totalBytes: bytes, inside: undefined })
    }
    context.progress({ done: index + 1 })
  }
  return { kind: 'import', counts: counts() }
}
