import { readFile, rm } from 'node:fs/promises'
import type { InnerFile } from '../importers/types'
import type { StagedFile } from '../store/types'
import { isPictureName, largestCompanion, pairSidecars } from './companions'
import type { Bench } from './bench'
import { innerLimits } from './innerSpace'
import { innerSubject, type StagedCompanion, type Subject } from './subject'

interface TakenFile {
  readonly rawName: string
  readonly staged: StagedFile
}

/** Files inside one file, staged as they come. */
export interface InnerFiles {
  readonly take: (file: InnerFile) => Promise<void>
  /** How many were taken. */
  readonly count: () => number
  /** Names of those that stand too deep to be taken. */
  readonly tooDeep: () => readonly string[]
  /**
   * What was taken, each with what belongs to it: pictures first, because others show them, else in the order in which it
   * came. What belongs to a picture is no subject.
   */
  readonly subjects: () => Promise<readonly Subject[]>
  /** Removes all of it again. */
  readonly discard: () => Promise<void>
}

/** Characters of a longer name are cut: what it says is data, and no record needs a megabyte of it. */
const longestName = 1024

const rawNameOf = (name: string): string => {
  const cut = name.slice(0, longestName)
  // No half of a character stays.
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut) || 'without a name'
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve()
  yield bytes
}

/** The first file of each name that can go with a picture. */
const companionsByName = (taken: readonly TakenFile[]): ReadonlyMap<string, TakenFile> => {
  const byName = new Map<string, TakenFile>()
  for (const file of taken) {
    const { rawName, staged } = file
    const fits = staged.bytes > 0 && staged.bytes <= largestCompanion
    if (fits && !byName.has(rawName)) byName.set(rawName, file)
  }
  return byName
}

const picturesFirst = (subjects: readonly Subject[]): Subject[] => [
  ...subjects.filter(({ rawName }) => isPictureName(rawName)),
  ...subjects.filter(({ rawName }) => !isPictureName(rawName)),
]

export const createInnerFiles = (outer: Subject, { archive, folder }: Bench): InnerFiles => {
  const taken: TakenFile[] = []
  const deep: string[] = []
  const counted = async function* (parts: InnerFile['parts']): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      outer.space.countBytes(part.byteLength)
      yield part
    }
  }
  const stage = (parts: InnerFile['parts']): Promise<StagedFile> =>
    archive.originals.stageStream(counted(parts), folder)

  /** Each picture has a staged sidecar of its own: what becomes of one decides nothing for the next. */
  const companionOf = async (file: TakenFile, isUsed: boolean): Promise<StagedCompanion> => ({
    name: `${outer.name} > ${file.rawName}`,
    rawName: file.rawName,
    path: outer.path,
    outer: outer.outer,
    staged: isUsed ? await stage(once(await readFile(file.staged.path))) : file.staged,
  })

  return {
    take: async ({ name, parts }) => {
      outer.space.countFile()
      const rawName = rawNameOf(name)
      if (outer.depth < innerLimits.depth) return void taken.push({ rawName, staged: await stage(parts) })
      for await (const _part of counted(parts));
      deep.push(rawName)
    },
    count: () => taken.length,
    tooDeep: () => deep,
    subjects: async () => {
      const pairs = pairSidecars(taken.map(({ rawName }) => rawName))
      const byName = companionsByName(taken)
      const used = new Set<TakenFile>()
      const companions = new Map<TakenFile, StagedCompanion>()
      for (const file of taken) {
        const sidecar = byName.get(pairs.get(file.rawName) ?? '')
        if (!sidecar) continue
        companions.set(file, await companionOf(sidecar, used.has(sidecar)))
        used.add(sidecar)
      }
      const subjects = taken
        .filter((file) => !used.has(file))
        .map((file) => {
          const companion = companions.get(file)
          return innerSubject(outer, { ...file, companions: companion ? [companion] : [] })
        })
      return picturesFirst(subjects)
    },
    discard: async () => {
      for (const { staged } of taken.splice(0)) await rm(staged.path, { force: true })
    },
  }
}
