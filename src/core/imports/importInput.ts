import * as z from 'zod'
import { CuttingsError } from '#shared/errors'
import { recordSet, type RecordSet } from '#shared/model/records'
import { id, sha256, timestamp, type Id, type Sha256 } from '#shared/model/scalars'
import type { Clock } from '../records/clock'
import { fileNameOf } from '../records/displayName'
import type { Archive } from '../store/types'

/** What a pack is made from, as a file: records with fixed ids, and the date and identifier that the pack states. */
export const inputFile = recordSet.omit({ claims: true, notes: true, originals: true }).extend({
  format: z.literal('cuttings-input'),
  version: z.literal(1),
  date: timestamp,
  identifier: id,
  slug: z.string().optional(),
})

export interface ImportInputOptions {
  readonly archive: Archive
  readonly clock: Clock
  readonly actor: string
}

export interface ImportedInput {
  readonly date: string
  readonly identifier: Id
  readonly slug: string | undefined
  readonly original: Sha256
}

const readInput = (bytes: Uint8Array): z.infer<typeof inputFile> => {
  try {
    return inputFile.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON'
    throw new CuttingsError('damaged-file', { reason }, { cause: error })
  }
}

const once = async function* (bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  await Promise.resolve()
  yield bytes
}

/**
 * Imports records from an input file. The file itself becomes the original of each version that names none. For building
 * the bundled pack: users import packs, which carry their proof.
 */
export const importInput = async (
  { archive, clock, actor }: ImportInputOptions,
  bytes: Uint8Array,
  name: string,
): Promise<ImportedInput> => {
  const { articles, photos, references, sources, date, identifier, slug } = readInput(bytes)
  const folder = clock.createId()
  const staged = await archive.originals.stageStream(once(bytes), await archive.staging.createFolder(folder))
  await archive.originals.adopt(staged)
  await archive.staging.remove(folder)
  const original: Sha256 = sha256.parse(staged.sha256)
  const records: RecordSet = {
    articles: articles.map((article) => ({
      ...article,
      versions: article.versions.map((version) => ({ original, ...version })),
    })),
    photos,
    references,
    sources,
    claims: [],
    notes: [],
    originals: [
      { sha256: original, bytes: staged.bytes, mediaType: 'application/json', names: [fileNameOf(name)] },
    ],
  }
  archive.catalogue.commit({ records, action: 'import', actor })
  return { date, identifier, slug, original }
}
