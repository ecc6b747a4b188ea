import type { ReadOnly } from '#shared/contract/library'
import { CuttingsError } from '#shared/errors'
import type { LockOutcome, LockRequest } from './acquireLock'
import { acquireLock } from './acquireLock'
import type { HeldLock, LockHolder } from './lock'
import { isDead, readLock, runsHere } from './lock'
import type { Marker } from './marker'
import { formatVersion } from './marker'

/** What may be done with an archive: `refusal` makes the error of an attempt to write, where none may. */
export interface Access {
  readonly lock?: HeldLock
  readonly readOnly?: ReadOnly
  readonly refusal?: () => CuttingsError
}

export interface AccessRequest extends Omit<LockRequest, 'takeLock'> {
  readonly marker: Marker
  readonly mode?: 'write' | 'read'
  readonly takeLock?: boolean
}

/** Throws `archive-newer` where not even reading is allowed; a newer format is decided before a byte is written. */
export const gainAccess = async (request: AccessRequest): Promise<Access> => {
  const { fs, layout, marker } = request
  if (marker.version > formatVersion) {
    if (marker.oldestReader > formatVersion) throw newer(marker.version)
    return newerAccess(marker.version)
  }
  if (request.mode === 'read') {
    const found = await readLock(fs, layout)
    if (found && !(found.holder && isDead(found.holder))) return inUse(found.holder)
    return { refusal: () => new CuttingsError('archive-read-only', { reason: 'it was opened to be read' }) }
  }
  return accessOf(await acquireLock({ ...request, takeLock: request.takeLock ?? false }))
}

/** The catalogue is newer than its marker says: its writer was killed between the two. */
export const giveUpWriting = async (access: Access, version: number): Promise<Access> => {
  await access.lock?.release()
  return newerAccess(version)
}

const newer = (version: number): CuttingsError =>
  new CuttingsError('archive-newer', { version, known: formatVersion })

const newerAccess = (version: number): Access => ({
  readOnly: { reason: 'newer' },
  refusal: () => newer(version),
})

/** What the outcome of asking for the lock allows. */
export const accessOf = (outcome: LockOutcome): Access => {
  switch (outcome.type) {
    case 'held':
      return { lock: outcome.lock }
    case 'in-use':
      return inUse(outcome.holder)
    case 'rights':
      return {
        readOnly: { reason: 'rights' },
        refusal: () => new CuttingsError('archive-read-only', { reason: outcome.reason }),
      }
  }
}

const inUse = (holder: LockHolder | undefined): Access => {
  const told = holder ? { host: holder.host, pid: holder.pid, since: holder.since } : {}
  const takeable = !(holder && runsHere(holder))
  return {
    readOnly: { reason: 'in-use', takeable, ...told },
    refusal: () => new CuttingsError('archive-in-use', { host: '?', pid: 0, since: '?', takeable, ...told }),
  }
}
