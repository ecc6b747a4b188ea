import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import * as z from 'zod'
import type { Clock } from '../records/clock'
import { isMissing, readSmallFile, writeSmallFile } from './durableFile'
import { faultCode } from './faults'
import type { FileSystem } from './fileSystem'
import type { Layout } from './layout'
import { isAlive, processStart } from './processStart'

/** lock.json: who writes. `started` is when that process began, so that its number alone is not trusted. */
const lockShape = z.object({
  host: z.string(),
  // 0 and below name groups of processes: asked whether they run, the system always says yes.
  pid: z.int().positive(),
  started: z.string().optional(),
  since: z.string(),
  token: z.string(),
})

export type LockHolder = Readonly<z.infer<typeof lockShape>>

/** What a lock.json says; `cutOff` where its writer was killed before the end of the line. */
export interface FoundLock {
  readonly text: string
  readonly holder: LockHolder | undefined
  readonly cutOff: boolean
}

const parseHolder = (text: string): LockHolder | undefined => {
  try {
    return lockShape.parse(JSON.parse(text))
  } catch {
    // Half-written by a process that was killed, or foreign: the holder is unknown, and the lock stands.
    return undefined
  }
}

export const readLock = async (fs: FileSystem, layout: Layout): Promise<FoundLock | undefined> => {
  const text = await readSmallFile(fs, layout.lock)
  if (text === undefined) return undefined
  return { text, holder: parseHolder(text), cutOff: !text.endsWith('\n') }
}

/** Whether the writer that a lock names is known to have ended: only ever said of this machine. */
export const isDead = (holder: LockHolder): boolean => {
  if (holder.host !== hostname()) return false
  if (!isAlive(holder.pid)) return true
  const started = processStart(holder.pid)
  return started !== undefined && holder.started !== undefined && started !== holder.started
}

/** Whether the writer that a lock names runs on this machine, as far as the system says. */
export const runsHere = (holder: LockHolder): boolean => holder.host === hostname() && !isDead(holder)

export interface HeldLock {
  /** Removes the lock if it is still ours. */
  readonly release: () => Promise<void>
}

/**
 * Makes lock.json by exclusive creation; `undefined` where there is one already. Rejects where the place cannot be
 * written.
 */
export const createLock = async (
  fs: FileSystem,
  layout: Layout,
  clock: Clock,
): Promise<HeldLock | undefined> => {
  const started = processStart(process.pid)
  const holder: LockHolder = {
    host: hostname(),
    pid: process.pid,
    ...(started === undefined ? {} : { started }),
    since: clock.now().toISOString(),
    token: randomUUID(),
  }
  const text = `${JSON.stringify(holder)}\n`
  try {
    await writeSmallFile(fs, layout.lock, text)
  } catch (error) {
    if (faultCode(error) === 'EEXIST') return undefined
    throw error
  }
  if ((await readSmallFile(fs, layout.lock)) !== text) return undefined
  return { release: () => removeLock(fs, layout, text) }
}

/** Removes a lock.json that still holds exactly this text; another's is left alone. */
export const removeLock = async (fs: FileSystem, layout: Layout, text: string): Promise<void> => {
  if ((await readSmallFile(fs, layout.lock)) !== text) return
  try {
    await fs.remove(layout.lock)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
