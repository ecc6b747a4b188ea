import { statSync } from 'node:fs'
import { CuttingsError } from '#shared/errors'
import { storageFault } from '../faults'
import { openReader } from './openReader'
import { applicationId, schemaVersion } from './openWriter'

/**
 * Reads a catalogue through and writes nothing: its schema's number, or `archive-damaged`. A missing or an empty file is
 * damage, never a reason to begin anew.
 */
export const checkDatabase = (path: string): number => {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new CuttingsError('archive-damaged', { reason: 'it is missing' })
  if (size === 0) throw new CuttingsError('archive-damaged', { reason: 'it is empty' })
  try {
    const { connection } = openReader(path)
    try {
      const fault = firstFault(connection.prepare('PRAGMA quick_check(1)').get())
      if (fault !== 'ok') throw new CuttingsError('archive-damaged', { reason: fault })
      const owner: unknown = connection.prepare('PRAGMA application_id').get()
      if (!isOurs(owner)) throw new CuttingsError('archive-damaged', { reason: 'it is of another program' })
      const version = schemaVersion(connection)
      if (version === 0) throw new CuttingsError('archive-damaged', { reason: 'it holds no records' })
      return version
    } finally {
      connection.close()
    }
  } catch (error) {
    throw storageFault(error, 'the catalogue')
  }
}

const firstFault = (row: unknown): string =>
  typeof row === 'object' && row !== null && 'quick_check' in row ? String(row.quick_check) : 'no answer'

const isOurs = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'application_id' in row && row.application_id === applicationId
