import { CuttingsError } from '#shared/errors'
import type { PlanEntry, PlanTotals } from '#shared/contract/work'
import type { Id } from '#shared/model/scalars'
import { emptyTotals, withEntry } from './countsOf'
import type { Shelf } from './createShelf'
import type { Judgement } from './judgeFile'
import type { Judged } from './types'

/** A dry run that can be committed: what it found out, and the staged files that it holds on to. */
export interface Plan {
  readonly id: Id
  readonly folder: string
  readonly shelf: Shelf
  readonly judged: readonly Judged[]
  readonly totals: PlanTotals
}

/** Plans of this session, by id. */
export interface Plans {
  readonly keep: (plan: Plan) => void
  /** Throws `plan-gone`. */
  readonly get: (id: Id) => Plan
  /** The same, and it is held no more: a plan is committed or discarded once. */
  readonly take: (id: Id) => Plan
  readonly ids: () => readonly Id[]
}

export const createPlans = (): Plans => {
  const plans = new Map<Id, Plan>()
  const get = (id: Id): Plan => {
    const plan = plans.get(id)
    if (!plan) throw new CuttingsError('plan-gone')
    return plan
  }
  return {
    keep: (plan) => void plans.set(plan.id, plan),
    get,
    take: (id) => {
      const plan = get(id)
      plans.delete(id)
      return plan
    },
    ids: () => [...plans.keys()],
  }
}

export const totalsOf = (judgements: readonly Judgement[]): PlanTotals =>
  judgements.reduce((totals, { judged, brings }) => withEntry(totals, judged.entry, brings), emptyTotals)

export const entriesOf = ({ judged }: Plan, offset: number, limit: number): PlanEntry[] =>
  judged.slice(offset, offset + limit).map(({ entry }, at) => ({ ...entry, index: offset + at }))
