import { DatabaseSync } from '@photostructure/sqlite'
import { faultCode } from '../faults'

const busy = 5

/**
 * Runs a step while no other process runs one for the same path; `undefined` at once where another does. The exclusion is
 * a lock of the system on an empty SQLite file, which ends with its process, however that ends. The file stays: two that
 * lock files of one name, of which the first was taken away meanwhile, would not keep each other out.
 */
export const withTakeover = async <T>(path: string, step: () => Promise<T>): Promise<T | undefined> => {
  const mutex = new DatabaseSync(path, { timeout: 0 })
  try {
    mutex.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    mutex.close()
    if (faultCode(error) === busy) return undefined
    throw error
  }
  try {
    return await step()
  } finally {
    mutex.exec('ROLLBACK')
    mutex.close()
  }
}
