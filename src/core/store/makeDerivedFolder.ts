import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode } from './faults'
import type { Layout } from './layout'

/** A folder under `derived`, made where it is missing. Never the archive's own: where that is gone it stays gone. */
export const makeDerivedFolder = async ({ derived }: Layout, name: string): Promise<string> => {
  const folder = join(derived, name)
  for (const path of [derived, folder])
    try {
      await mkdir(path, { mode: 0o700 })
    } catch (error) {
      if (faultCode(error) !== 'EEXIST') throw error
    }
  return folder
}
