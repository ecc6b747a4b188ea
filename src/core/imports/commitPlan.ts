import type { JobResult } from '#shared/contract/jobs'
import type { JobContext } from '../jobs/types'
import { admit } from './admit'
import type { Plan } from './createPlans'
import { openGate, type GateOptions } from './openGate'
import { createRecorder, type Placed } from './resuming/createRecorder'
import type { PlanChoices } from './types'

/** Lets the files of a plan into the archive one by one, but for those that are left out. */
export const commitPlan = async (
  plan: Plan,
  choices: PlanChoices,
  context: JobContext,
  options: GateOptions,
  placed: Placed,
): Promise<JobResult> => {
  const left = new Set(choices.leaveOut)
  const separate = new Set(choices.separate)
  const taking = new Map(choices.take.map(({ index, records }) => [index, records]))
  const wanted = plan.judgements.flatMap(({ judged }, index) =>
    left.has(index)
      ? []
      : [{ index, judged, choice: { separate: separate.has(index), taking: taking.get(index) ?? 'none' } }],
  )
  const recorder = createRecorder(plan.asked.origins, placed)
  const result: JobContext['result'] = (file) => {
    recorder.tell(file)
    context.result(file)
  }
  const { gate, counts } = openGate({ ...plan, recheck: true }, { ...context, result }, options)
  const totalBytes = wanted.reduce((all, { judged }) => all + judged.entry.bytes, 0)
  context.progress({ total: wanted.length, totalBytes })
  let bytes = 0
  for (const [done, { index, judged, choice }] of wanted.entries()) {
    await recorder.reached(index)
    await context.pausePoint()
    context.progress({ current: judged.entry.name })
    await admit(judged, gate, choice)
    bytes += judged.entry.bytes
    context.progress({ done: done + 1, bytes, inside: undefined })
  }
  await recorder.reached(plan.judgements.length)
  return { kind: 'import', counts: counts() }
}
