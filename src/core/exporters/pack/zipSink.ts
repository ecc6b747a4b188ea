import { crc32 } from 'node:zlib'
import type { PackDisk } from './packDisk'
import type { PackSink } from './packSink'
import {
  entryDescriptor,
  entryHeader,
  isLargeEntry,
  listedEntry,
  zipEnd,
  type ZipFileEntry,
} from './zipRecords'

/** Small files are read whole before they are written, so that their size and sum stand before the bytes. */
const wholeUpTo = 1024 * 1024

const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/**
 * Writes a pack into a zip, under one folder. Entries are stored, not compressed: what a compressor makes differs from one
 * machine and version to the next, and equal packs have equal bytes. Of a file that was written only its line in the list at
 * the end is kept.
 */
export const createZipSink = async (
  path: string,
  folder: string,
  date: string,
  disk: PackDisk,
): Promise<PackSink> => {
  const file = await disk.create(path)
  const entries: ZipFileEntry[] = []
  let at = 0
  let isFinished = false
  const put = async (bytes: Uint8Array): Promise<void> => {
    await file.write(bytes)
    at += bytes.byteLength
  }
  const addWhole = async (name: Buffer, bytes: Buffer): Promise<void> => {
    const entry = { name, crc: crc32(bytes), bytes: bytes.length, offset: at, describedAfter: false }
    await put(entryHeader(entry, date))
    await put(bytes)
    entries.push(entry)
  }
  const addParts = async (name: Buffer, chunks: AsyncIterable<Uint8Array>): Promise<void> => {
    const begun = { name, crc: 0, bytes: 0, offset: at, describedAfter: true }
    await put(entryHeader(begun, date))
    let { crc, bytes } = begun
    for await (const chunk of chunks) {
      crc = crc32(chunk, crc)
      bytes += chunk.byteLength
      await put(chunk)
    }
    const entry = { ...begun, crc, bytes }
    await put(entryDescriptor(entry, isLargeEntry(entry)))
    entries.push(entry)
  }
  return {
    add: async (inner, chunks, bytes) => {
      const name = Buffer.from(`${folder}/${inner}`, 'utf8')
      if (bytes <= wholeUpTo) await addWhole(name, await collect(chunks))
      else await addParts(name, chunks)
    },
    finish: async () => {
      const offset = at
      for (const entry of entries) await put(listedEntry(entry, date, isLargeEntry(entry)))
      await put(zipEnd({ entries: entries.length, bytes: at - offset, offset }))
      isFinished = true
      await file.finish()
    },
    abandon: async () => {
      // What failed to finish has closed itself.
      if (!isFinished) await file.abandon()
    },
  }
}
