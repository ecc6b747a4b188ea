import { writtenFault, type WrittenKind } from '../writtenFault'
import type { OutputFile, PackDisk } from './packDisk'

const kind: WrittenKind = { what: 'the pack', unwritable: 'destination-unwritable' }

/** What the disk reported while a pack was written to `place` (its name alone), as an error that a person can meet. */
export const packFault = (error: unknown, place: string): unknown => writtenFault(error, place, kind)

/** The same disk, whose faults are errors that a person can meet. */
export const withPlainFaults = (disk: PackDisk, place: string): PackDisk => {
  const plain = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw packFault(error, place)
    }
  }
  const file = (output: OutputFile): OutputFile => ({
    write: (chunk) => plain(output.write(chunk)),
    finish: () => plain(output.finish()),
    abandon: () => plain(output.abandon()),
  })
  return {
    makeFolder: (path) => plain(disk.makeFolder(path)),
    create: async (path) => file(await plain(disk.create(path))),
    syncFolder: (path) => plain(disk.syncFolder(path)),
    rename: (from, to) => plain(disk.rename(from, to)),
    remove: (path) => plain(disk.remove(path)),
  }
}
