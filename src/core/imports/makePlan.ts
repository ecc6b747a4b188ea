import type { FileResult } from '#shared/contract/jobs'
import type { Id } from '#shared/model/scalars'
import type { JobContext } from '../jobs/types'
import type { Parser } from '../parsing/types'
import type { Archive } from '../store/types'
import { totalsOf, type Plan } from './createPlans'
import { createShelf } from './createShelf'
import { judgeFile, refuse, type Bench, type Judgement } from './judgeFile'
import { judgePack } from './judgePack'
import { loadFormats } from './loadFormats'
import type { Found, PlanOptions } from './types'
import { isRefused, walk } from './walk'

export interface MakePlanOptions {
  readonly archive: Archive
  readonly parser: Parser
}

/** A place to judge files at, with a staging folder of its own. */
export const createBench = async (
  id: Id,
  { keepUnreadable }: PlanOptions,
  signal: AbortSignal,
  { archive, parser }: MakePlanOptions,
): Promise<Bench> => {
  const folder = await archive.staging.createFolder(id)
  const largest = Math.max(...(await loadFormats()).map(({ limit }) => limit))
  const [seen, newNames] = [new Set<string>(), new Set<string>()]
  const shelf = createShelf(folder)
  return { archive, parser, folder, shelf, keepUnreadable, largest, signal, seen, newNames }
}

/** Says what would become of one place that the walk came by. */
export const judge = async (found: Found, bench: Bench): Promise<Judgement> => {
  if (isRefused(found)) return refuse(found.name, found.error)
  return found.form === 'pack' ? judgePack(found, bench) : judgeFile(found, bench)
}

/** Everything under these paths; `total` grows while folders are walked. */
export const walkAll = async (
  paths: readonly string[],
  { signal, progress }: JobContext,
): Promise<Found[]> => {
  const all: Found[] = []
  for await (const found of walk(paths)) {
    signal.throwIfAborted()
    all.push(found)
    progress({ total: all.length })
  }
  return all
}

const checked = ({ judged: { entry } }: Judgement): FileResult => ({
  name: entry.name,
  outcome: entry.outcome === 'duplicate' ? 'duplicate' : entry.outcome === 'refuse' ? 'refused' : 'checked',
  ...(entry.id === undefined ? {} : { id: entry.id }),
  ...(entry.sha256 === undefined ? {} : { sha256: entry.sha256 }),
  ...(entry.title === undefined ? {} : { title: entry.title }),
  ...(entry.error === undefined ? {} : { error: entry.error }),
})

/** A dry run: stages and parses every file, and writes nothing to originals or catalogue. */
export const makePlan = async (
  id: Id,
  paths: readonly string[],
  planOptions: PlanOptions,
  context: JobContext,
  options: MakePlanOptions,
): Promise<Plan> => {
  const bench = await createBench(id, planOptions, context.signal, options)
  const judgements: Judgement[] = []
  let bytes = 0
  for (const found of await walkAll(paths, context)) {
    context.signal.throwIfAborted()
    context.progress({ current: found.name })
    const judgement = await judge(found, bench)
    judgements.push(judgement)
    bytes += judgement.judged.entry.bytes
    context.result(checked(judgement))
    context.progress({ done: judgements.length, bytes, totalBytes: bytes })
  }
  const judged = judgements.map((judgement) => judgement.judged)
  return { id, folder: bench.folder, shelf: bench.shelf, judged, totals: totalsOf(judgements) }
}
