import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Exported } from '#shared/contract/jobs'
import { collectContents } from '#core/exports/collectContents'
import { writePack } from '#core/exporters/pack/writePack'
import { importInput, inputFile } from '#core/imports/importInput'
import type { Clock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'

export interface BuildPackOptions {
  /** The input file, from which everything in the pack follows. */
  readonly input: string
  /** The pack's folder; must not exist. */
  readonly out: string
  /** A folder to work in; must not exist, and is removed. */
  readonly work: string
  /** Bag-Software-Agent. */
  readonly agent: string
}

/** Stands still at one moment and counts its ids: what is built twice is the same twice. */
const stillClock = (date: string): Clock => {
  const time = new Date(date).getTime().toString(16).padStart(12, '0')
  let made = 0
  return {
    now: () => new Date(date),
    createId: () => {
      made += 1
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${made.toString(16).padStart(12, '0')}`
    },
  }
}

/** Makes the pack of an input file by the way that every import and export takes: an archive, its importer, its exporter. */
export const buildPack = async ({ input, out, work, agent }: BuildPackOptions): Promise<Exported> => {
  const bytes = await readFile(input)
  const { date, identifier } = inputFile.parse(JSON.parse(bytes.toString('utf8')))
  const clock = stillClock(date)
  const archive = await createArchive(join(work, 'archive'), { clock })
  try {
    await importInput({ archive, clock, actor: 'Cuttings' }, bytes, basename(input))
    return await writePack(await collectContents(archive), {
      destination: out,
      form: 'folder',
      profile: 'full',
      date,
      identifier,
      agent,
    })
  } finally {
    await archive.close()
    await rm(work, { recursive: true, force: true })
  }
}
