import { createHash, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../../store/processStart'

/** Which machine a name is of, without naming it. */
const machine = (): string => createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

const pattern = /^\.cuttings-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.partial$/

/** What a pack is called while it is written: hidden, and telling whose it is. */
export const createPartialName = (): string =>
  `.cuttings-${machine()}-${process.pid}-${randomUUID().slice(0, 8)}.partial`

/**
 * Packs in a folder that a process of this machine began and, having been killed, will never finish. Those of processes
 * that run, and of other machines that share the folder, are not among them.
 */
export const findLeftPartials = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder)
  return names
    .filter((name) => {
      const [, host, pid] = pattern.exec(name) ?? []
      return host === machine() && !isAlive(Number(pid))
    })
    .map((name) => join(folder, name))
}
