import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { createPauses } from '../jobs/createPauses'
import { clearPlace } from '../store/clearPlace'
import type { Layout } from '../store/layout'
import { sha256, type Sha256 } from '#shared/model/scalars'

/** What was found out about one picture when it was made small, or why it could not be. */
const pictureEntry = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ready'),
    sha256,
    width: z.int().positive(),
    height: z.int().positive(),
    hash: z.string().regex(/^[0-9a-f]{16}$/),
    /** Of the small picture's file: one that was made by an earlier version has none, and is made again. */
    crc: z.int().nonnegative().optional(),
  }),
  z.strictObject({ state: z.literal('none'), sha256, reason: z.string() }),
])

export type PictureEntry = Readonly<z.infer<typeof pictureEntry>>

/** What is known of the small pictures, a line each. Derived: a line that is gone is found out again. */
export interface PictureList {
  readonly get: (sha256: Sha256) => Promise<PictureEntry | undefined>
  readonly add: (entry: PictureEntry) => Promise<void>
  /** Perceptual hashes of the pictures that were made small, as they come to be known. */
  readonly hashes: () => Promise<ReadonlyMap<Sha256, string>>
}

interface Known {
  readonly entries: Map<Sha256, PictureEntry>
  readonly hashes: Map<Sha256, string>
}

const note = ({ entries, hashes }: Known, entry: PictureEntry): void => {
  entries.set(entry.sha256, entry)
  if (entry.state === 'ready') hashes.set(entry.sha256, entry.hash)
  else hashes.delete(entry.sha256)
}

const readEntries = async (path: string): Promise<Known> => {
  let text = ''
  try {
    text = await readFile(path, 'utf8')
  } catch {
    // None yet, or out of reach: nothing is known, and is found out again.
  }
  const known: Known = { entries: new Map(), hashes: new Map() }
  const pause = createPauses()
  for (const line of text.split('\n')) {
    await pause()
    try {
      note(known, pictureEntry.parse(JSON.parse(line)))
    } catch {
      // The last line of a list that was cut short, or somebody else's: as if it were not there.
    }
  }
  return known
}

export const pictureListPath = ({ derived }: Pick<Layout, 'derived'>): string =>
  join(derived, 'thumbs', 'list.jsonl')

/** `path` is a file under `derived/`; it is read with the first question. */
export const createPictureList = (path: string, log: (line: string) => void): PictureList => {
  let reading: Promise<Known> | undefined
  const list = () => (reading ??= readEntries(path))
  return {
    get: async (address) => (await list()).entries.get(address),
    add: async (entry) => {
      note(await list(), entry)
      try {
        await clearPlace(path)
        await appendFile(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
      } catch (error) {
        log(`the list of small pictures was not written: ${String(error)}`)
      }
    },
    hashes: async () => (await list()).hashes,
  }
}
