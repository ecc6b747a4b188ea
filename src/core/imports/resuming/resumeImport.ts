import type { FileResult, JobResult } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import type { Id, Sha256 } from '#shared/model/scalars'
import type { JobContext } from '../../jobs/types'
import { isSameState, stateOf } from '../../records/fileState'
import { admit } from '../admit'
import { createBench, type Bench, type BenchDeps } from '../bench'
import { judge } from '../makePlan'
import { openGate, type GateOptions } from '../openGate'
import { textOfPath } from '../filePath'
import type { Found, Gate } from '../types'
import type { FilePath } from '../../store/types'
import type { Placed } from './createRecorder'
import { createEntryKeys } from './entryKeys'
import type { JournalPlace } from './journalLines'
import type { JournalContent } from './readJournal'

type PlacedFile = JournalPlace & { readonly path: FilePath; readonly form: 'file' | 'pack' }

const isFile = (place: JournalPlace): place is PlacedFile => place.path !== undefined && place.form !== 'none'

/** What is to be said beside the earlier result of a file that is no longer as it was. */
const since = async ({ name, path, state }: PlacedFile): Promise<FileResult | undefined> => {
  const now = await stateOf(path)
  if (isSameState(now, state)) return undefined
  const message = now
    ? 'Changed since it was done. What came of it stays; import it again for its new content.'
    : 'No longer there. What came of it stays.'
  return { name, outcome: 'note', message }
}

const tellEarlier = async (
  place: JournalPlace,
  results: readonly FileResult[],
  bench: Bench,
  gate: Gate,
): Promise<void> => {
  for (const result of results) {
    // A page that comes later finds its pictures by where they were.
    if (place.path !== undefined && result.name === place.name && result.sha256 !== undefined)
      bench.places.set(textOfPath(place.path), result.sha256)
    gate.tell(result)
  }
  const changed = isFile(place) ? await since(place) : undefined
  if (changed) gate.tell(changed)
}

const refuseChanged = async ({ name, path, form, state }: PlacedFile): Promise<FileResult | undefined> => {
  const now = await stateOf(path)
  if (isSameState(now, state)) return undefined
  if (now) return { name, outcome: 'refused', error: new CuttingsError('changed').toReport() }
  // A single file that can't be looked at says itself why, when it is opened.
  if (form === 'file') return undefined
  return { name, outcome: 'refused', error: new CuttingsError('not-found-file').toReport() }
}

const foundAgain = ({ path, name, form, companions }: PlacedFile): Found =>
  form === 'pack'
    ? { path: textOfPath(path), name, form }
    : { path, name, form, ...(companions ? { companions } : {}) }

const importPlace = async (
  place: PlacedFile,
  unwanted: ReadonlySet<Sha256>,
  bench: Bench,
  gate: Gate,
): Promise<void> => {
  const refused = await refuseChanged(place)
  if (refused) return gate.tell(refused)
  const { leftOut = [], separate = [], take = [] } = place
  const taken = new Map(take.map((one) => [one.key, one]))
  const left = new Set(leftOut.map(({ key }) => key))
  const keyOf = createEntryKeys()
  for await (const { judged } of judge(foundAgain(place), bench)) {
    const key = keyOf(judged.entry.name)
    const { sha256 } = judged.entry
    if (left.has(key)) continue
    if (judged.form !== 'none' && sha256 !== undefined && unwanted.has(sha256))
      gate.tell({
        name: judged.entry.name,
        outcome: 'note',
        sha256,
        message: 'The same content was left out or refused above.',
      })
    else {
      const { records: taking = 'none', shown = [] } = taken.get(key) ?? {}
      // What was held when the user decided, and not what is now.
      const asShown = judged.form === 'pack' ? { ...judged, shown: new Map(shown) } : judged
      await admit(asShown, gate, { separate: separate.includes(key), taking })
    }
    bench.seen.clear()
  }
}

const sayLost = (lost: number): FileResult => ({
  name: lost === 1 ? 'one more file' : `${lost} more files`,
  outcome: 'note',
  message: 'What was noted of this import is damaged here. Import these files again.',
})

/**
 * Goes on with an import whose plan is gone. What is done is told again and not read; the rest is read again as it was
 * planned. A file that was acknowledged and not noted comes out as a duplicate.
 */
export const resumeImport = async (
  stagingId: Id,
  { head, places, results }: JournalContent,
  context: JobContext,
  options: BenchDeps & GateOptions,
  placed: Placed,
): Promise<JobResult> => {
  const { signal, progress } = context
  const bench = await createBench(stagingId, { keepUnreadable: head.keepUnreadable }, signal, options)
  let told: FileResult[] = []
  const result: JobContext['result'] = (file) => {
    told.push(file)
    context.result(file)
  }
  const { gate, counts } = openGate({ ...bench, recheck: false }, { ...context, result }, options)
  const unwanted = new Set(
    places.flatMap(({ leftOut = [] }) => leftOut.flatMap((one) => (one.sha256 ? [one.sha256] : []))),
  )
  const totalBytes = places.reduce((all, { state }) => all + (state?.size ?? 0), 0)
  progress({ total: places.length, totalBytes })
  let bytes = 0
  for (const [index, place] of places.entries()) {
    await context.pausePoint()
    progress({ current: place.name })
    const earlier = results.get(place.at)
    told = []
    if (earlier) await tellEarlier(place, earlier, bench, gate)
    else {
      if (isFile(place)) await importPlace(place, unwanted, bench, gate)
      else for (const line of place.told ?? []) gate.tell(line)
      await placed(place.at, told)
    }
    bytes += place.state?.size ?? 0
    progress({ done: index + 1, bytes })
  }
  if (head.files > places.length) gate.tell(sayLost(head.files - places.length))
  return { kind: 'import', counts: counts() }
}
