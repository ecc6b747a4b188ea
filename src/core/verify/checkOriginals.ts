import type { Progress } from '#shared/contract/jobs'
import type { Sha256 } from '#shared/model/scalars'
import { CuttingsError } from '#shared/errors'
import type { Found, Reading } from '../store/catalogue/readings'
import { linkAt } from '../store/originals/linkAt'
import type { Archive } from '../store/types'
import type { Finding } from './finding'
import { originalSubject } from './originalSubject'
import { hashOriginal, readAgain } from './readAgain'

export interface CheckOptions {
  /** Throws `cancelled` where the work was stopped. */
  readonly stopOnRequest: () => void
  readonly found: (findings: readonly Finding[]) => void
  readonly onProgress: ((progress: Partial<Progress>) => void) | undefined
  /** Told of each original that was read, and what was found. */
  readonly onRead: ((reading: Reading) => void) | undefined
}

/** Reads every original that is needed, then every file that is not; returns how many were read. */
export const checkOriginals = async (archive: Archive, options: CheckOptions): Promise<number> => {
  const needed = archive.catalogue.originalsNeeded()
  const totalBytes = needed.reduce((sum, original) => sum + original.bytes, 0)
  let bytes = 0
  for (const [index, original] of needed.entries()) {
    options.stopOnRequest()
    const subject = originalSubject(archive, original)
    const { sha256, name: current } = subject
    options.onProgress?.({ step: 'originals', done: index, total: needed.length, bytes, totalBytes, current })
    const found = await readAgain(archive, original, options.stopOnRequest)
    options.onRead?.({ sha256, found })
    bytes += original.bytes
    const shared = found === 'sound' && (await linkAt(archive.originals.pathOf(sha256))) === 'hard'
    options.found(judge(subject, shared ? 'shared' : found))
    if (original.rowIsDamaged) options.found([{ ...subject, code: 'damaged', message: damagedRow }])
  }
  options.onProgress?.({ step: 'originals', done: needed.length, total: needed.length, bytes, totalBytes })
  const extras = await checkExtras(archive, new Set(needed.map((original) => original.sha256)), options)
  return needed.length + extras
}

const messages: Readonly<Record<Exclude<Found, 'sound'>, string>> = {
  missing: 'This original is not there. Put it back from a copy of the archive.',
  unreadable: 'This original cannot be read. Check the disk and the rights of the folder.',
  changed: 'These bytes are not the ones that were imported. Put the file back from a copy of the archive.',
  linked:
    'A link stands in the place of this original, so that its bytes lie outside the archive. Put the file back from a copy of the archive.',
}

const sharedMessage =
  'This original is unchanged, and its file has another name elsewhere on the disk. What changes it there changes it here.'

const damagedRow =
  'The line of the catalogue that names this original is damaged: what it was called cannot be read. Restore a backup of the catalogue.'

const judge = (subject: ReturnType<typeof originalSubject>, found: Found | 'shared'): Finding[] => {
  if (found === 'sound') return []
  if (found === 'shared') return [{ ...subject, code: 'linked', message: sharedMessage, note: true }]
  return [{ ...subject, code: found, message: messages[found] }]
}

/** Whether a file that no record needs has other bytes than its name says. */
const differs = async (archive: Archive, sha256: Sha256, options: CheckOptions): Promise<boolean> => {
  try {
    return (await hashOriginal(archive, sha256, options.stopOnRequest)).sha256 !== sha256
  } catch (error) {
    if (error instanceof CuttingsError && error.code !== 'not-found' && error.code !== 'unreadable')
      throw error
    return false
  }
}

const extraOf = async (
  archive: Archive,
  { name, sha256, linked }: { name: string; sha256: Sha256 | undefined; linked: boolean },
  options: CheckOptions,
): Promise<Finding> => {
  const place = `originals/${name}`
  if (linked)
    return {
      name: place,
      code: 'linked',
      message: 'A link stands among the originals, which no program of ours makes. Take it away.',
    }
  if (sha256 !== undefined && (await differs(archive, sha256, options)))
    return {
      name: place,
      code: 'changed',
      message: 'No record needs this file, and its bytes are not what its name says.',
    }
  return { name: place, code: 'extra', message: 'No record needs this file. It is kept.', note: true }
}

/** Files that no record needs: an import that was cut short leaves them, and they are kept. */
const checkExtras = async (
  archive: Archive,
  needed: ReadonlySet<Sha256>,
  options: CheckOptions,
): Promise<number> => {
  let checked = 0
  for await (const file of archive.originals.list()) {
    if (file.sha256 !== undefined && needed.has(file.sha256)) continue
    options.stopOnRequest()
    checked += 1
    // A link in the place of an original is told with it.
    if (file.linked && needed.has(file.name.split('/').at(-1) ?? '')) continue
    options.found([await extraOf(archive, file, options)])
  }
  return checked
}
