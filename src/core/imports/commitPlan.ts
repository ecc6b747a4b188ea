import type { JobResult } from '#shared/contract/jobs'
import type { JobContext } from '../jobs/types'
import { admit } from './admit'
import type { Plan } from './createPlans'
import { openGate, type GateOptions } from './openGate'

/** Lets the files of a plan into the archive one by one, but for those that are left out. */
export const commitPlan = async (
  plan: Plan,
  leaveOut: readonly number[],
  context: JobContext,
  options: GateOptions,
): Promise<JobResult> => {
  const left = new Set(leaveOut)
  const wanted = plan.judged.filter((_, index) => !left.has(index))
  const { gate, counts } = openGate({ ...plan, recheck: true }, context, options)
  const totalBytes = wanted.reduce((all, { entry }) => all + entry.bytes, 0)
  context.progress({ total: wanted.length, totalBytes })
  let bytes = 0
  for (const [index, judged] of wanted.entries()) {
    context.progress({ current: judged.entry.name })
    await admit(judged, gate)
    bytes += judged.entry.bytes
    context.progress({ done: index + 1, bytes })
  }
  return { kind: 'import', counts: counts() }
}
