import { setImmediate as breathe } from 'node:timers/promises'
import type { FileResult, Progress, Verification } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { checkDatabase } from '../store/database/checkDatabase'
import type { Reading } from '../store/catalogue/readings'
import type { Archive } from '../store/types'
import { checkOriginals } from './checkOriginals'
import { checkRecord } from './checkRecord'
import { checkSeals } from './checkSeals'
import type { Finding } from './finding'
import { toFileResult } from './finding'

export interface VerifyOptions {
  readonly signal?: AbortSignal
  /** Problems and notes; what is in order is only counted. */
  readonly onFile?: (file: FileResult) => void
  readonly onProgress?: (progress: Partial<Progress>) => void
  /** Told of each original that was read. */
  readonly onRead?: (reading: Reading) => void
}

/** Records that are checked before others get their turn. */
const batch = 50

/**
 * Every original read again and hashed, the catalogue's own check, every chain of custody and everything that a record
 * points at. Writes nothing.
 */
export const verifyArchive = async (
  archive: Archive,
  { signal, onFile, onProgress, onRead }: VerifyOptions = {},
): Promise<Verification> => {
  const tally = createTally(onFile)
  const stopOnRequest = (): void => {
    if (signal?.aborted) throw new CuttingsError('cancelled')
  }
  stopOnRequest()
  onProgress?.({ step: 'catalogue', current: 'catalogue.sqlite' })
  tally.add(checkCatalogue(archive))
  const files = await checkOriginals(archive, { stopOnRequest, found: tally.add, onProgress, onRead })
  tally.add(await checkSeals(archive.catalogue))
  const ids = archive.catalogue.chainedIds()
  for (const [index, id] of ids.entries()) {
    tally.add(checkRecord(archive.catalogue, id))
    if (index % batch !== 0) continue
    stopOnRequest()
    onProgress?.({ step: 'custody', done: files + index, total: files + ids.length })
    await breathe()
  }
  return tally.verification(archive, files + 1)
}

const checkCatalogue = ({ layout }: Archive): Finding[] => {
  try {
    checkDatabase(layout.catalogue)
    return []
  } catch (error) {
    if (!(error instanceof CuttingsError) || error.code !== 'archive-damaged') throw error
    return [{ name: 'catalogue.sqlite', code: 'damaged', message: error.message }]
  }
}

const createTally = (onFile: VerifyOptions['onFile']) => {
  const problems = new Map<string, number>()
  const has = (...codes: readonly string[]): boolean => codes.some((code) => problems.has(code))
  return {
    add: (findings: readonly Finding[]): void => {
      for (const finding of findings) {
        onFile?.(toFileResult(finding))
        if (!finding.note) problems.set(finding.code, (problems.get(finding.code) ?? 0) + 1)
      }
    },
    verification: ({ name, catalogue }: Archive, checked: number): Verification => ({
      subject: 'archive',
      name,
      checked,
      problems: [...problems.values()].reduce((sum, count) => sum + count, 0),
      unchanged: has('changed', 'linked', 'damaged') ? 'no' : has('unreadable') ? 'cannot-tell' : 'yes',
      complete: has('missing', 'dangling') ? 'no' : 'yes',
      signed: 'unsigned',
      custody: has('custody') ? 'broken' : 'unbroken',
      counts: catalogue.describe().counts,
    }),
  }
}
