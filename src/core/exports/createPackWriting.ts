import type { Exported } from '#shared/contract/jobs'
import { createWritePack } from '../exporters/pack/createWritePack'
import { packDisk } from '../exporters/pack/packDisk'
import type { PackContents } from '../exporters/pack/types'
import { verifyPack } from '../exporters/pack/verifyPack'
import type { Bibliographer } from '../exporters/csl/types'
import type { Keyring } from '../exporters/sealing/types'
import type { JobContext } from '../jobs/types'
import type { Clock } from '../records/clock'
import type { Archive } from '../store/types'
import { preparePack } from './preparePack'
import type { ExportRequest } from './types'
import { writeLocked } from './writeLocked'

export interface PackWritingOptions {
  readonly archive: Archive
  readonly bibliographer: Bibliographer
  readonly keyring: Keyring
  readonly clock: Clock
  /** Version of the program, for Bag-Software-Agent. */
  readonly version: string
}

/** Looks at what was selected, takes what the profile carries, writes it, and signs and encrypts it where that was asked for. */
export const createPackWriting = ({
  archive,
  bibliographer,
  keyring,
  clock,
  version,
}: PackWritingOptions) => {
  const writePack = createWritePack({
    disk: packDisk,
    verify: verifyPack,
    formatBibliography: bibliographer.format,
  })
  return async (
    selected: PackContents,
    request: ExportRequest & { readonly date: string },
    { signal, progress }: Pick<JobContext, 'signal' | 'progress'>,
  ): Promise<{ readonly contents: PackContents; readonly exported: Exported }> => {
    const { destination, form, profile, waivers = [], identifier, date, lock } = request
    progress({ step: 'preflight' })
    const prepared = await preparePack(selected, { profile, waivers, date, destination, signal })
    const packOptions = {
      ...prepared,
      destination,
      form,
      profile,
      date,
      identifier: identifier ?? clock.createId(),
      agent: `Cuttings ${version}`,
      signal,
      onProgress: progress,
      ...(request.sign ? { sign: keyring.sign } : {}),
    }
    const { contents } = prepared
    const exported = lock
      ? await writeLocked(contents, { ...packOptions, lock, jobId: clock.createId() }, archive, writePack)
      : await writePack(contents, packOptions)
    return { contents, exported }
  }
}
