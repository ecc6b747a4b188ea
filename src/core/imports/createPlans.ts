import { CuttingsError } from '#shared/errors'
import type { PlanEntry, PlanTotals } from '#shared/contract/work'
import type { Id } from '#shared/model/scalars'
import type { Bench } from './bench'
import { emptyTotals, withEntry } from './countsOf'
import type { Shelf } from './createShelf'
import type { Judgement } from './judgement'
import type { Judged, Origin } from './types'

/** A dry run that can be committed: what it found out, and the staged files that it holds on to. */
export interface Plan {
  readonly id: Id
  readonly bench: Bench
  readonly folder: string
  readonly shelf: Shelf
  readonly judgements: readonly Judgement[]
  readonly totals: PlanTotals
  readonly asked: PlanAsked
}

/** What a plan was made of. */
export interface PlanAsked {
  readonly paths: readonly string[]
  readonly origins: readonly Origin[]
}

/** Plans of this session, by id. */
export interface Plans {
  /** Also in the place of an earlier form of the same plan. */
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

const totalsOf = (judgements: readonly Judgement[]): PlanTotals =>
  judgements.reduce((totals, { judged, brings }) => withEntry(totals, judged.entry, brings), emptyTotals)

export const createPlan = (
  id: Id,
  bench: Bench,
  judgements: readonly Judgement[],
  asked: PlanAsked,
): Plan => {
  const { folder, shelf } = bench
  return { id, bench, folder, shelf, judgements, totals: totalsOf(judgements), asked }
}

/** The plan with another judgement in the place of one. */
export const withJudgement = (plan: Plan, index: number, judgement: Judgement): Plan =>
  createPlan(plan.id, plan.bench, plan.judgements.with(index, judgement), plan.asked)

export const judgedAt = ({ judgements }: Plan, index: number): Judged | undefined => judgements[index]?.judged

export const entriesOf = ({ judgements }: Plan, offset: number, limit: number): PlanEntry[] =>
  judgements
    .slice(offset, offset + limit)
    .map(({ judged: { entry } }, at) => ({ ...entry, index: offset + at }))
