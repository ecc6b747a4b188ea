import { createReadStream } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FormatBibliography } from '#core/exporters/csl/types'
import { faultCode } from '#core/store/faults'
import type { FileResult } from '#shared/contract/jobs'
import { CuttingsError } from '#shared/errors'
import { fingerprintWords } from '#shared/fingerprint/fingerprintWords'
import { digestsOf } from './digestStream'
import { packFault, withPlainFaults } from './packFaults'
import { createFolderSink } from './folderSink'
import type { PackDisk } from './packDisk'
import { packName, packTitle } from './packNames'
import { createPartialName, findLeftPartials } from './partialName'
import type { PackSink } from './packSink'
import { payloadFiles } from './payload'
import { sortedRecords } from './sortedRecords'
import type { PackContents, PackOptions, VerifyPack, WritePack } from './types'
import { writeBag, type WrittenBag } from './writeBag'
import { createZipSink } from './zipSink'

const refuseExisting = async (destination: string): Promise<void> => {
  const place = basename(destination)
  try {
    await lstat(destination)
  } catch (error) {
    if (faultCode(error) === 'ENOENT') return
    throw packFault(error, place)
  }
  throw new CuttingsError('destination-exists', { place })
}

const writeTo = async (
  sink: PackSink,
  contents: PackContents,
  options: PackOptions & { readonly formatBibliography: FormatBibliography },
): Promise<WrittenBag> => {
  const records = sortedRecords(contents.records)
  options.onProgress?.({ step: 'prepare', done: 0, total: 0, bytes: 0 })
  try {
    const payload = await payloadFiles(records, contents.events, options)
    const written = await writeBag(
      sink,
      payload,
      { ...options, title: packTitle(records) },
      contents.readOriginal,
      options,
    )
    await sink.finish()
    return written
  } catch (error) {
    await sink.abandon()
    throw error
  }
}

/** What stands on the disk now is what was meant: every byte is read again. */
const readBack = async (partial: string, verify: VerifyPack, options: PackOptions): Promise<void> => {
  const problems: FileResult[] = []
  const verification = await verify(partial, {
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (progress) => options.onProgress?.({ step: 'verify', ...progress }),
    onFile: (file) => {
      if (file.outcome === 'problem') problems.push(file)
    },
  })
  const sound = verification.unchanged === 'yes' && verification.complete === 'yes'
  const [first] = problems
  if (!first && sound) return
  const reason = first ? `${first.name}: ${first.message ?? first.code ?? ''}` : 'it cannot be verified'
  // Bytes that fit and records that do not were not spoilt by the disk: they came like this.
  if (sound) throw new CuttingsError('archive-damaged', { reason })
  throw new CuttingsError('write-failed', { what: 'the pack', reason: `read back: ${reason}` })
}

const sha256OfFile = async (path: string): Promise<string> => {
  const { digests } = await digestsOf(createReadStream(path), ['sha256'])
  return digests.get('sha256') ?? ''
}

/** A folder that cannot be listed, or is not there, is said by the write that follows. */
const removeLeft = async (folder: string, disk: PackDisk): Promise<void> => {
  const left = await findLeftPartials(folder).catch(() => [])
  for (const path of left) await disk.remove(path)
}

/** Cancelled is a code of its own, whichever step it reached. */
const asCancelled = (error: unknown, signal: AbortSignal | undefined): unknown =>
  signal?.aborted && !(error instanceof CuttingsError) ? new CuttingsError('cancelled') : error

/**
 * Writes a pack under a name of its own beside the destination, makes it durable, reads it back, and only then gives it its
 * name. Whatever fails or is cancelled leaves nothing behind; what a killed export left goes with the next one there.
 */
export const createWritePack =
  (deps: {
    readonly disk: PackDisk
    readonly verify: VerifyPack
    readonly formatBibliography: FormatBibliography
  }): WritePack =>
  async (contents, options) => {
    const { destination, form, signal } = options
    const name = basename(destination)
    const disk = withPlainFaults(deps.disk, name)
    await refuseExisting(destination)
    const folder = dirname(destination)
    const partial = join(folder, createPartialName())
    let made = partial
    try {
      signal?.throwIfAborted()
      await removeLeft(folder, disk)
      const sink =
        form === 'folder'
          ? await createFolderSink(partial, disk)
          : await createZipSink(
              partial,
              packName(sortedRecords(contents.records), options.date),
              options.date,
              disk,
            )
      const written = await writeTo(sink, contents, {
        ...options,
        formatBibliography: deps.formatBibliography,
      })
      await readBack(partial, deps.verify, options)
      await options.inspect?.(partial)
      const sha256 = form === 'zip' ? await sha256OfFile(partial) : written.sha256
      signal?.throwIfAborted()
      await refuseExisting(destination)
      await disk.rename(partial, destination)
      made = destination
      await disk.syncFolder(folder)
      const { articles, photos, references } = contents.records
      return {
        name,
        items: articles.length + photos.length + references.length,
        files: written.payloadFiles,
        bytes: written.payloadBytes,
        sha256,
        words: [...fingerprintWords(written.sha256)],
        signed: options.sign !== undefined,
        encrypted: false,
      }
    } catch (error) {
      await disk.remove(made)
      throw asCancelled(error, signal)
    }
  }
