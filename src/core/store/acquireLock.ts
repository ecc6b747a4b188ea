import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../records/clock'
import { withTakeover } from './database/takeover'
import { faultCode } from './faults'
import type { FileSystem } from './fileSystem'
import type { Layout } from './layout'
import type { FoundLock, HeldLock, LockHolder } from './lock'
import { createLock, isDead, readLock, removeLock, runsHere } from './lock'

export type LockOutcome =
  | { readonly type: 'held'; readonly lock: HeldLock }
  | { readonly type: 'in-use'; readonly holder: LockHolder | undefined }
  | { readonly type: 'rights'; readonly reason: string }

const noRights: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS'])

export interface LockRequest {
  readonly fs: FileSystem
  readonly layout: Layout
  readonly clock: Clock
  /** The user asked to take the lock of another machine, or one that cannot be read. */
  readonly takeLock: boolean
}

/**
 * The lock of the one writer. A lock of this machine whose process ended is taken; a lock of another machine, or one that
 * cannot be read, only where the user asked for it; the lock of one that runs here is never taken.
 */
export const acquireLock = async (request: LockRequest): Promise<LockOutcome> => {
  const { fs, layout, clock } = request
  try {
    const fresh = await createLock(fs, layout, clock)
    if (fresh) return { type: 'held', lock: fresh }
    const found = await readLock(fs, layout)
    if (found && !(await isTakeable(found, request.takeLock))) return { type: 'in-use', holder: found.holder }
    const taken = await withTakeover(layout.takeover, () => takeOver(request, found?.text))
    if (taken) return { type: 'held', lock: taken }
    return { type: 'in-use', holder: await nextHolder(fs, layout, found?.text) }
  } catch (error) {
    const code = faultCode(error)
    if (!noRights.has(code)) throw error
    return { type: 'rights', reason: code === 'EROFS' ? 'the disk is read-only' : 'the rights of its folder' }
  }
}

/** Another takes the lock that was judged: who it is can be told once its own stands there. */
const nextHolder = async (
  fs: FileSystem,
  layout: Layout,
  judged: string | undefined,
): Promise<LockHolder | undefined> => {
  for (let waited = 0; ; waited += handoverLook) {
    const now = await readLock(fs, layout)
    if ((now?.holder && now.text !== judged) || waited >= handoverWait) return now?.holder
    await wait(handoverLook)
  }
}

/** Under the takeover's own lock: read again, since another process may have taken it while we waited for our turn. */
const takeOver = async (request: LockRequest, judged: string | undefined): Promise<HeldLock | undefined> => {
  const { fs, layout, clock } = request
  const now = await readLock(fs, layout)
  if (now && now.text !== judged) return undefined
  if (now) await removeLock(fs, layout, now.text)
  return createLock(fs, layout, clock)
}

const isTakeable = async (found: FoundLock, takeLock: boolean): Promise<boolean> => {
  if (takeLock) return !(found.holder && runsHere(found.holder))
  if (found.holder) return isDead(found.holder)
  if (!found.cutOff) return false
  // A writer that lives finishes its line in far less time, and looks whether the lock is still its own.
  await wait(cutOffWait)
  return true
}

/** Milliseconds. */
const cutOffWait = 500
const handoverLook = 20
const handoverWait = 2000
