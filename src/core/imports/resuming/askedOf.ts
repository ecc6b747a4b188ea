import { basename, relative, sep } from 'node:path'
import { displayName } from '../../records/displayName'
import type { FileResult } from '#shared/contract/jobs'
import type { Plan } from '../createPlans'
import type { Judgement } from '../judgement'
import type { Origin, PlanChoices, Taking } from '../types'
import type { Asked } from './createJournals'
import { createEntryKeys } from './entryKeys'
import type { JournalPlace } from './journalLines'

/** Names that say which import it was; more would say no more. */
const mostNames = 5

/** Names of the folders in `staging` in which these files lie: uploads, which are nowhere else. */
const uploadsAmong = (paths: readonly string[], staging: string): string[] => {
  const inside = paths.map((path) => relative(staging, path).split(sep)).filter(([first]) => first !== '..')
  return [...new Set(inside.flatMap(([first]) => (first ? [first] : [])))].slice(0, 100)
}

const toldOf = ({ judgements }: Plan, { from, to }: Origin): FileResult[] =>
  judgements.slice(from, to).map(({ judged: { entry } }) => ({
    name: entry.name,
    outcome: entry.outcome === 'note' ? 'note' : 'refused',
    ...(entry.error === undefined ? {} : { error: entry.error }),
    ...(entry.message === undefined ? {} : { message: entry.message }),
  }))

interface Chosen {
  readonly leftOut: ReadonlySet<number>
  readonly separate: ReadonlySet<number>
  readonly take: ReadonlyMap<number, Taking>
}

type Take = NonNullable<JournalPlace['take']>[number]

/** What is taken of a pack, with what was held of that: it is not what was edited since then. */
const takeOf = ({ judged }: Judgement, records: Taking, key: string): Take => {
  const shown = judged.form === 'pack' ? [...judged.shown] : []
  if (typeof records === 'string') return { key, records, shown }
  const chosen = new Set(records)
  return { key, records: [...records], shown: shown.filter(([id]) => chosen.has(id)) }
}

const placeOf = (plan: Plan, chosen: Chosen, origin: Origin, at: number): JournalPlace => {
  const { found, state, from, to } = origin
  const base = { at, name: found.name }
  if (!('path' in found)) return { ...base, form: 'none', told: toldOf(plan, origin) }
  const keyOf = createEntryKeys()
  const entries = plan.judgements.slice(from, to).map((judgement, by) => ({
    index: from + by,
    judgement,
    key: keyOf(judgement.judged.entry.name),
    sha256: judgement.judged.entry.sha256,
  }))
  const leftOut = entries.filter(({ index }) => chosen.leftOut.has(index))
  const separate = entries.filter(({ index }) => chosen.separate.has(index))
  const take = entries.flatMap(({ index, key, judgement }) => {
    const records = chosen.take.get(index)
    return records === undefined ? [] : [takeOf(judgement, records, key)]
  })
  return {
    ...base,
    form: found.form,
    path: found.path,
    ...('companions' in found && found.companions ? { companions: [...found.companions] } : {}),
    ...(state ? { state } : {}),
    ...(leftOut.length > 0
      ? { leftOut: leftOut.map(({ key, sha256 }) => ({ key, ...(sha256 ? { sha256 } : {}) })) }
      : {}),
    ...(separate.length > 0 ? { separate: separate.map(({ key }) => key) } : {}),
    ...(take.length > 0 ? { take } : {}),
  }
}

const placesOf = (plan: Plan, { leaveOut, separate, take }: PlanChoices): JournalPlace[] => {
  const chosen = {
    leftOut: new Set(leaveOut),
    separate: new Set(separate),
    take: new Map(take.map(({ index, records }) => [index, records])),
  }
  return plan.asked.origins.map((origin, at) => placeOf(plan, chosen, origin, at))
}

/** All that is needed to go on with the import of a plan once the plan itself is gone. */
export const askedOf = (plan: Plan, choices: PlanChoices, startedAt: Date, staging: string): Asked => ({
  head: {
    startedAt: startedAt.toISOString(),
    names: plan.asked.paths.slice(0, mostNames).map((path) => displayName(basename(path))),
    files: plan.asked.origins.length,
    keepUnreadable: plan.bench.keepUnreadable,
    uploads: uploadsAmong(plan.asked.paths, staging),
  },
  places: placesOf(plan, choices),
})
