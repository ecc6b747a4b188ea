import * as z from 'zod'
import { sha256Of } from '#core/records/digest'
import { recordsIn } from '#core/records/recordSets'
import { source } from '#shared/model/citation'
import { claim } from '#shared/model/claim'
import { event, type Event } from '#shared/model/event'
import { note } from '#shared/model/note'
import { original } from '#shared/model/original'
import { photo } from '#shared/model/photo'
import { articleRecord, type RecordSet } from '#shared/model/records'
import { reference } from '#shared/model/reference'
import type { Bag } from './bag'
import { bagProblem, type BagProblem } from './bagProblem'
import type { Inspection } from './inspectBag'
import type { PackLimits } from './packLimits'
import { recordFiles } from './payload'
import { sortedRecords } from './sortedRecords'
import { readWhole } from './tagFiles'

export interface ReadRecords {
  readonly records: RecordSet
  readonly events: readonly Event[]
  /** Whether the pack has chains of custody at all. */
  readonly hasCustody: boolean
  readonly problems: readonly BagProblem[]
}

/** Every JSON text of the pack, read once more and held against its digest: what was verified is what is taken. */
const createJsonReader = (bag: Bag, inspection: Inspection, limits: PackLimits) => {
  const problems: BagProblem[] = []
  const refuse = (path: string, message: string): undefined => {
    problems.push(bagProblem('record', path, message))
    return undefined
  }
  const text = async (path: string): Promise<string | undefined> => {
    const bytes = await readWhole(bag, path, limits)
    if (inspection.sha256.get(path) !== sha256Of(bytes))
      return refuse(path, 'its bytes are not those of the SHA-256 manifest')
    return bytes.toString('utf8')
  }
  const parse = <T>(path: string, schema: z.ZodType<T>, json: string): T | undefined => {
    try {
      return schema.parse(JSON.parse(json))
    } catch (error) {
      if (error instanceof z.ZodError) {
        const [issue] = error.issues
        return refuse(path, `it is no such record (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`)
      }
      if (error instanceof SyntaxError) return refuse(path, 'it is not JSON')
      throw error
    }
  }
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    const json = bag.files.has(path) ? await text(path) : undefined
    return json === undefined ? undefined : parse(path, schema, json)
  }
  return { problems, text, parse, read }
}

type JsonReader = ReturnType<typeof createJsonReader>

const readEvents = async (bag: Bag, reader: JsonReader): Promise<Event[]> => {
  const path = recordFiles.events
  if (!bag.files.has(path)) return []
  const text = await reader.text(path)
  const lines = (text ?? '').split('\n').filter((line) => line !== '')
  const events: Event[] = []
  for (const line of lines) {
    const parsed = reader.parse(path, event, line)
    // One bad line says enough; a thousand more would say the same.
    if (!parsed) break
    events.push(parsed)
  }
  return events
}

/** Ids that occur twice, and originals that are named but not in the pack. */
const setProblems = (records: RecordSet, inspection: Inspection): BagProblem[] => {
  const seen = new Set<string>()
  const twice = recordsIn(records).filter(({ id }) => seen.size === seen.add(id).size)
  const held = new Set(inspection.sha256.values())
  return [
    ...twice.map(({ id }) => bagProblem('record', `urn:uuid:${id}`, 'two records have this id')),
    ...records.originals
      .filter((each) => !held.has(each.sha256))
      .map((each) =>
        bagProblem('missing', recordFiles.originals, `the original ${each.sha256} is not in the pack`),
      ),
  ]
}

/** The records of a pack, validated by the schemas of the model; what does not fit is a problem, never a guess. */
export const readRecords = async (
  bag: Bag,
  inspection: Inspection,
  limits: PackLimits,
): Promise<ReadRecords> => {
  const reader = createJsonReader(bag, inspection, limits)
  const articlePaths = [...bag.files.keys()].filter((path) =>
    /^data\/articles\/[^/]+\/article\.json$/.test(path),
  )
  const articles: RecordSet['articles'] = []
  for (const path of articlePaths) {
    const article = await reader.read(path, articleRecord)
    if (article) articles.push(article)
  }
  const records = sortedRecords({
    articles,
    photos: (await reader.read(recordFiles.photos, z.array(photo))) ?? [],
    references: (await reader.read(recordFiles.references, z.array(reference))) ?? [],
    sources: (await reader.read(recordFiles.sources, z.array(source))) ?? [],
    claims: (await reader.read(recordFiles.claims, z.array(claim))) ?? [],
    notes: (await reader.read(recordFiles.notes, z.array(note))) ?? [],
    originals: (await reader.read(recordFiles.originals, z.array(original))) ?? [],
  })
  const events = await readEvents(bag, reader)
  return {
    records,
    events,
    hasCustody: bag.files.has(recordFiles.events),
    problems: [...reader.problems, ...setProblems(records, inspection)],
  }
}
