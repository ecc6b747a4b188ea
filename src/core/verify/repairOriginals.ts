import type { FileResult, Progress } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import type { Original } from '#shared/model/original'
import type { Clock } from '../records/clock'
import { archiveLayout } from '../store/layout'
import { nodeFileSystem as fs } from '../store/fileSystem'
import { readMarker } from '../store/marker'
import { originalPath } from '../store/originals/originalPath'
import type { Archive } from '../store/types'
import { originalSubject } from './originalSubject'
import { readAgain } from './readAgain'

export interface RepairOptions {
  readonly signal: AbortSignal
  readonly onFile: (file: FileResult) => void
  readonly onProgress: (progress: Partial<Progress>) => void
}

export interface Repaired {
  readonly checked: number
  readonly repaired: number
  /** Damaged ones of which the copy has no sound bytes either. */
  readonly left: number
}

interface Bench {
  readonly archive: Archive
  readonly copy: string
  readonly staging: string
  readonly signal: AbortSignal
}

/** Takes the bytes of one original from the copy; whether they were sound there. */
const takeFrom = async (
  { archive, copy, staging, signal }: Bench,
  { sha256 }: Original,
): Promise<boolean> => {
  try {
    const staged = await archive.originals.stage(originalPath(archiveLayout(copy), sha256), staging, {
      signal,
    })
    if (staged.sha256 !== sha256) return false
    await archive.originals.adopt(staged)
    return true
  } catch (error) {
    // The copy lacks it, or cannot give it; what is wrong with this archive itself ends the work.
    if (error instanceof CuttingsError && refusedByCopy.has(error.code)) return false
    throw error
  }
}

const refusedByCopy: ReadonlySet<string> = new Set([
  'not-found-file',
  'unreadable',
  'not-a-file',
  'link',
  'empty',
  'changed',
])

const repairOne = async (bench: Bench, original: Original): Promise<FileResult | undefined> => {
  const between = (): void => bench.signal.throwIfAborted()
  if ((await readAgain(bench.archive, original, between)) === 'sound') return undefined
  if (!(await takeFrom(bench, original)))
    return {
      ...originalSubject(bench.archive, original),
      outcome: 'problem',
      code: 'missing',
      message: 'The copy does not have these bytes unchanged either. Nothing was done.',
    }
  bench.archive.catalogue.noteReadings([{ sha256: original.sha256, found: 'sound' }])
  return {
    ...originalSubject(bench.archive, original),
    outcome: 'checked',
    message: 'Put back from the copy. What stood in its place lies in the folder quarantine.',
  }
}

/**
 * Puts back, from a copy of the archive, each original that is not as it was imported. Bytes are taken only where they are
 * what the record says; nothing is written to the copy, and what stood in the place is kept in `quarantine`. Throws
 * `archive-missing` where the folder is no archive.
 */
export const repairOriginals = async (
  archive: Archive,
  copy: string,
  { createId }: Pick<Clock, 'createId'>,
  { signal, onFile, onProgress }: RepairOptions,
): Promise<Repaired> => {
  await readMarker(fs, archiveLayout(copy))
  const job = createId()
  const staging = await archive.staging.createFolder(job)
  let repaired = 0
  let left = 0
  try {
    const needed = archive.catalogue.originalsNeeded()
    for (const [done, original] of needed.entries()) {
      signal.throwIfAborted()
      onProgress({ step: 'originals', done, total: needed.length })
      const result = await repairOne({ archive, copy, staging, signal }, original)
      if (!result) continue
      onFile(result)
      if (result.outcome === 'checked') repaired += 1
      else left += 1
    }
    return { checked: needed.length, repaired, left }
  } finally {
    await archive.staging.remove(job)
  }
}
