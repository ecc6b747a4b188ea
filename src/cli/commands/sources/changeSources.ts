import type { JobResult } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { followJob, resultOf } from '../../followJob'
import { theId, type Doing } from './doing'
import { editedFields } from './editedFields'

export const edit = async (doing: Doing): Promise<void> => {
  const { client, context, options } = doing
  const id = theId(doing)
  const { source } = await client.sources.get({ id })
  const { stepId } = await client.sources.edit({ id: source.id, fields: editedFields(source, options) })
  const step = stepId === undefined ? {} : { step: stepId }
  context.output.result(
    { event: 'edited', id: source.id, ...step },
    stepId === undefined
      ? 'There was nothing to change.'
      : `Edited. To undo it: cuttings sources undo ${stepId}`,
  )
}

const follow = async ({ app, context }: Doing, started: Promise<{ jobId: string }>): Promise<JobResult> =>
  resultOf(await followJob(app, { id: (await started).jobId }, context))

export const merge = async (doing: Doing): Promise<void> => {
  const [keptId = '', ...removedIds] = doing.ids
  if (removedIds.length === 0)
    throw new CuttingsError('usage', {
      reason: 'the id of the source to keep is wanted, and those of others',
    })
  const result = await follow(doing, doing.client.sources.merge({ merges: [{ keptId, removedIds }] }))
  if (result.kind !== 'merge') throw new TypeError(`a merge ended as ${result.kind}`)
  const { stepId: step, removed } = result
  doing.context.output.result(
    { event: 'merged', step, merges: result.merges, removed },
    `Merged ${removed} into 1. To undo it: cuttings sources undo ${step}`,
  )
}

export const split = async (doing: Doing): Promise<void> => {
  const aliases = [...(doing.options.alias ?? [])]
  if (aliases.length === 0)
    throw new CuttingsError('usage', { reason: '--alias is wanted: what to split off' })
  const result = await follow(doing, doing.client.sources.split({ id: theId(doing), aliases }))
  if (result.kind !== 'split') throw new TypeError(`a split ended as ${result.kind}`)
  const { stepId: step, made, citations } = result
  doing.context.output.result(
    { event: 'split', step, made, citations },
    `Split off ${made.length}, with ${citations} citations. To undo it: cuttings sources undo ${step}`,
  )
}

export const dismiss = async ({ client, context, ids }: Doing): Promise<void> => {
  if (ids.length < 2)
    throw new CuttingsError('usage', { reason: 'the ids of two sources or more are wanted' })
  const { dismissalIds } = await client.sources.dismiss({ groups: [[...ids]] })
  context.output.result(
    { event: 'dismissed', dismissals: dismissalIds },
    `They are not proposed together again. To undo it: cuttings sources recall ${dismissalIds.join(' ')}`,
  )
}

export const recall = async ({ client, context, ids }: Doing): Promise<void> => {
  if (ids.length === 0) throw new CuttingsError('usage', { reason: 'the ids of dismissals are wanted' })
  await client.sources.recall({ dismissalIds: [...ids] })
  context.output.result({ event: 'recalled', dismissals: [...ids] }, 'They are proposed again.')
}

export const undo = async (doing: Doing): Promise<void> => {
  const result = await follow(doing, doing.client.sources.undo({ id: theId(doing) }))
  if (result.kind !== 'undo') throw new TypeError(`an undo ended as ${result.kind}`)
  doing.context.output.result({ event: 'undone', steps: result.merges, sources: result.restored }, 'Undone.')
}
