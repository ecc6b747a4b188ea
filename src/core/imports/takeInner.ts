import { rm } from 'node:fs/promises'
import { CuttingsError } from '#shared/errors'
import type { InnerFile } from '../importers/types'
import { pairSidecars } from './companions'
import type { Bench } from './bench'
import { innerLimits } from './innerSpace'
import { innerSubject, type StagedCompanion, type Subject } from './subject'
import type { StagedFile } from '../store/types'

interface TakenFile {
  readonly rawName: string
  readonly staged: StagedFile
}

/** Files inside one file, staged as they come. */
export interface InnerFiles {
  readonly take: (file: InnerFile) => Promise<void>
  /** What was taken, each with what belongs to it, in the order in which it came; sidecars are no subjects. */
  readonly subjects: () => readonly Subject[]
  /** Removes all of it again. */
  readonly discard: () => Promise<void>
}

/** Longer names are cut: what they say is data, and no record needs a megabyte of it. */
const longestName = 1024

export const createInnerFiles = (outer: Subject, { archive, folder }: Bench): InnerFiles => {
  const taken: TakenFile[] = []
  const counted = async function* (parts: InnerFile['parts']): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      outer.space.countBytes(part.byteLength)
      yield part
    }
  }
  return {
    take: async ({ name, parts }) => {
      if (outer.depth >= innerLimits.depth)
        throw new CuttingsError('limit', { what: 'files inside each other', most: innerLimits.depth })
      outer.space.countFile()
      const rawName = name.slice(0, longestName) || 'without a name'
      taken.push({ rawName, staged: await archive.originals.stageStream(counted(parts), folder) })
    },
    subjects: () => {
      const pairs = pairSidecars(taken.map(({ rawName }) => rawName))
      const sidecars = new Set(pairs.values())
      const companionsOf = (rawName: string): StagedCompanion[] => {
        const sidecar = taken.find((one) => one.rawName === pairs.get(rawName))
        return sidecar ? [{ name: `${outer.name} > ${sidecar.rawName}`, ...sidecar }] : []
      }
      return taken
        .filter(({ rawName }) => !sidecars.has(rawName))
        .map((file) => innerSubject(outer, { ...file, companions: companionsOf(file.rawName) }))
    },
    discard: async () => {
      for (const { staged } of taken.splice(0)) await rm(staged.path, { force: true })
    },
  }
}
