import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { OutputFile, PackDisk } from './packDisk'
import type { PackSink } from './packSink'

/**
 * The pack's date as yazl wants it. Zip knows only local time, and yazl takes it from the machine's zone; this date answers
 * in UTC, so that a pack has the same bytes in every zone.
 */
const zoneless = (iso: string): Date => {
  const date = new Date(iso)
  return Object.assign(date, {
    getFullYear: () => date.getUTCFullYear(),
    getMonth: () => date.getUTCMonth(),
    getDate: () => date.getUTCDate(),
    getHours: () => date.getUTCHours(),
    getMinutes: () => date.getUTCMinutes(),
    getSeconds: () => date.getUTCSeconds(),
  })
}

const regularFile = 0o100644

/** Small files are handed to yazl whole, which then writes their size and sum before the bytes. */
const wholeUpTo = 1024 * 1024

const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

const pump = async (zip: ZipFile, file: OutputFile): Promise<void> => {
  for await (const chunk of zip.outputStream) await file.write(Buffer.from(chunk))
  await file.finish()
}

/** What to wait for, or the fault of the other end, whichever comes first. */
const orFault = async (work: Promise<void>, written: Promise<void>): Promise<void> => {
  await Promise.race([work, written.then(() => work)])
}

/**
 * Writes a pack into a zip, under one folder. Entries are stored, not compressed: what a compressor makes differs from one
 * machine and version to the next, and equal packs have equal bytes.
 */
export const createZipSink = async (
  path: string,
  folder: string,
  date: string,
  disk: PackDisk,
): Promise<PackSink> => {
  const file = await disk.create(path)
  const zip = new ZipFile()
  const output = zip.outputStream
  zip.on('error', (error: Error) => {
    if (output instanceof Readable) output.destroy(error)
  })
  const written = pump(zip, file)
  // A fault is told by whoever waits for the next file or the end; until then it is not an unhandled one.
  written.catch(() => undefined)
  const options = { mtime: zoneless(date), mode: regularFile, compress: false, forceDosTimestamp: true }
  return {
    add: async (inner, chunks, bytes) => {
      if (bytes <= wholeUpTo) {
        zip.addBuffer(await collect(chunks), `${folder}/${inner}`, options)
        return
      }
      const source = Readable.from(chunks, { objectMode: false })
      const ended = new Promise<void>((resolve, reject) => {
        source.once('end', resolve)
        source.once('error', reject)
      })
      zip.addReadStreamLazy(`${folder}/${inner}`, { ...options, size: bytes }, (take) => take(null, source))
      try {
        await orFault(ended, written)
      } finally {
        source.destroy()
      }
    },
    finish: async () => {
      zip.end()
      await written
    },
    abandon: async () => {
      if (output instanceof Readable) output.destroy()
      // The fault is known already; here only the end of the writing is waited for.
      await written.catch(() => undefined)
      await file.abandon()
    },
  }
}
