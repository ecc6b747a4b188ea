import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import * as z from 'zod'
import { comparedSide } from '#shared/contract/packDifference'
import type { Selection } from '#shared/contract/work'
import { recordSet, type RecordSet } from '#shared/model/records'
import { canonicalJson, sha256Of } from '#core/records/digest'
import { clearPlace } from '#core/store/clearPlace'

const lastPack = z.object({ side: comparedSide, records: recordSet })

export type LastPack = Readonly<z.infer<typeof lastPack>>

/** Selections that are remembered; the one that was written longest ago goes first. */
const most = 20
/** Bytes of the records of one pack: beyond, what changed since it is not offered. */
const largest = 64 * 1024 * 1024

const nameOf = ({ ids, query, filters = [] }: Selection): string => {
  const asked = {
    ids: ids ? [...ids].sort() : null,
    query: query ?? null,
    filters: filters.map(canonicalJson).sort(),
  }
  return `${sha256Of(canonicalJson(asked)).slice(0, 32)}.json.gz`
}

/**
 * The records of the last pack of each selection, so that the next one of the same can say what changed. Derived: deleting
 * it loses nothing but that offer.
 */
export const createPackMemory = (derived: string, log: (line: string) => void) => {
  const folder = join(derived, 'packs')
  const forgetOldest = async (): Promise<void> => {
    const names = await readdir(folder)
    const times = await Promise.all(
      names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
    )
    const old = times.sort((a, b) => b.at - a.at).slice(most)
    for (const { name } of old) await rm(join(folder, name), { recursive: true, force: true })
  }
  return {
    /** Never fails: a pack that was made is made, whether or not it is remembered. */
    remember: async (selection: Selection, side: LastPack['side'], records: RecordSet): Promise<void> => {
      try {
        const text = JSON.stringify({ side, records })
        if (text.length > largest) return
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const path = join(folder, nameOf(selection))
        await writeFile(`${path}.new`, await promisify(gzip)(text), { mode: 0o600 })
        await clearPlace(path)
        await rename(`${path}.new`, path)
        await forgetOldest()
      } catch (error) {
        log(`what went into the pack could not be remembered: ${String(error)}`)
      }
    },
    recall: async (selection: Selection): Promise<LastPack | undefined> => {
      try {
        const bytes = await readFile(join(folder, nameOf(selection)))
        const text = await promisify(gunzip)(bytes, { maxOutputLength: 2 * largest })
        return lastPack.parse(JSON.parse(text.toString('utf8')))
      } catch {
        // None yet, of another version of the program, or damaged: there is nothing to compare with.
        return undefined
      }
    },
  }
}
