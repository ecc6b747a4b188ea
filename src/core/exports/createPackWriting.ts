import type { Exported } from '#shared/contract/jobs'
import { createWritePack } from '../exporters/pack/createWritePack'
import { packDisk } from '../exporters/pack/packDisk'
import type { PackContents } from '../exporters/pack/types'
import { verifyPack } from '../exporters/pack/verifyPack'
import type { JobContext } from '../jobs/types'
import type { ExportsOptions } from './createExports'
import { preparePack } from './preparePack'
import type { ExportRequest } from './types'
import { writeLocked } from './writeLocked'

/** Looks at what was selected, takes what the profile carries, writes it, and signs and encrypts it where that was asked for. */
export const createPackWriting = ({
  archive,
  bibliographer,
  keyring,
  clock,
  version,
}: Pick<ExportsOptions, 'archive' | 'bibliographer' | 'keyring' | 'clock' | 'version'>) => {
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
