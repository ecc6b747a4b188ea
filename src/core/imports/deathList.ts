import { readFile, rename, writeFile } from 'node:fs/promises'
import * as z from 'zod'
import type { ErrorCode } from '#shared/errors'
import { sha256, type Sha256 } from '#shared/model/scalars'
import { clearPlace } from '../store/clearPlace'

/** So often the same bytes may end their reader. */
export const mostDeaths = 3

const deadly: ReadonlySet<ErrorCode> = new Set(['parser-died', 'parser-memory', 'parser-time'])

/** Which bytes ended the reader, and how often. Derived: without it they are only tried again. */
export interface DeathList {
  readonly timesOf: (sha256: Sha256) => Promise<number>
  /** Counts an answer that means that the reader ended; any other is passed over. */
  readonly note: (sha256: Sha256, code: ErrorCode) => Promise<void>
}

const listShape = z.record(sha256, z.int().positive())

const readList = async (path: string): Promise<Map<Sha256, number>> => {
  try {
    return new Map(Object.entries(listShape.parse(JSON.parse(await readFile(path, 'utf8')))))
  } catch {
    // None yet, or not ours any more: either way nothing is known.
    return new Map()
  }
}

/**
 * `path` is a file under `derived/`, read with the first question. A list that can't be written is told and kept in
 * memory.
 */
export const createDeathList = (path: string, log: (line: string) => void): DeathList => {
  let reading: Promise<Map<Sha256, number>> | undefined
  const list = (): Promise<Map<Sha256, number>> => (reading ??= readList(path))
  return {
    timesOf: async (sha256) => (await list()).get(sha256) ?? 0,
    note: async (sha256, code) => {
      if (!deadly.has(code)) return
      const times = await list()
      times.set(sha256, (times.get(sha256) ?? 0) + 1)
      try {
        await writeFile(`${path}.new`, JSON.stringify(Object.fromEntries(times)), { mode: 0o600 })
        await clearPlace(path)
        await rename(`${path}.new`, path)
      } catch (error) {
        log(`the list of what ended the reader was not written: ${String(error)}`)
      }
    },
  }
}
