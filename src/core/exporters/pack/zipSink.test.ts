import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { packDisk, type PackDisk } from './packDisk'
import { entryDescriptor, entryHeader, isLargeEntry, listedEntry, zipEnd } from './zipRecords'
import { createZipSink } from './zipSink'

const date = '2026-11-22T10:21:41.000Z'
/** yazl takes date and time of the machine's zone. */
const there = Object.assign(new Date(date), {
  getHours: () => 10,
  getMinutes: () => 21,
  getSeconds: () => 41,
  getFullYear: () => 2026,
  getMonth: () => 10,
  getDate: () => 22,
})
const options = { mtime: there, mode: 0o100644, compress: false, forceDosTimestamp: true }

const large = Buffer.alloc(1_500_000, 'picture ')
const files: readonly (readonly [string, Buffer])[] = [
  ['bagit.txt', Buffer.from('BagIt-Version: 1.0\n')],
  ['data/empty.txt', Buffer.alloc(0)],
  ['data/é.txt', Buffer.from('accents in a name')],
  ['data/photo.jpg', large],
  ['data/last.txt', Buffer.from('last')],
]

async function* inParts(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
}

const writeTo = async (path: string, disk: PackDisk): Promise<void> => {
  const sink = await createZipSink(path, 'pack', date, disk)
  for (const [name, bytes] of files) await sink.add(name, inParts(bytes), bytes.length)
  await sink.finish()
}

/** What yazl makes of one entry, with its list: `forced` as if it were too large for fields of 4 bytes. */
const peer = async (forced: boolean): Promise<Buffer> => {
  const zip = new ZipFile()
  const given = { ...options, forceZip64Format: forced }
  zip.addReadStreamLazy('pack/a.txt', { ...given, size: 3 }, (take) =>
    take(null, Readable.from([Buffer.from('abc')])),
  )
  zip.end({ forceZip64Format: forced, comment: '' })
  return buffer(zip.outputStream)
}

describe('a pack as a zip', () => {
  it('has byte for byte what another writer makes of the same files', async () => {
    const path = join(await createTestFolder(), 'pack.zip')
    await writeTo(path, packDisk)
    const zip = new ZipFile()
    for (const [name, bytes] of files)
      if (bytes.length < 1_000_000) zip.addBuffer(bytes, `pack/${name}`, options)
      else
        zip.addReadStreamLazy(`pack/${name}`, { ...options, size: bytes.length }, (take) =>
          take(null, Readable.from([bytes])),
        )
    zip.end()
    expect((await readFile(path)).equals(await buffer(zip.outputStream))).toBe(true)
  })

  it.each([false, true])(
    'has the records of another writer also where fields are too small (%s)',
    async (isLarge) => {
      const bytes = Buffer.from('abc')
      const name = Buffer.from('pack/a.txt')
      const entry = { name, crc: crc32(bytes), bytes: 3, offset: 0, describedAfter: true }
      const parts = [entryHeader(entry, date), bytes, entryDescriptor(entry, isLarge)]
      const offset = Buffer.concat(parts).length
      const listed = listedEntry(entry, date, isLarge)
      const end = zipEnd({ entries: 1, bytes: listed.length, offset }, isLarge)
      expect(Buffer.concat([...parts, listed, end]).toString('hex')).toBe(
        (await peer(isLarge)).toString('hex'),
      )
    },
  )

  it('takes the larger records from 4 GB and from 65,535 files on', () => {
    const entry = { name: Buffer.from('a'), crc: 0, bytes: 0, offset: 0, describedAfter: false }
    expect(isLargeEntry({ ...entry, bytes: 0xffff_fffe })).toBe(false)
    expect(isLargeEntry({ ...entry, bytes: 0xffff_ffff })).toBe(true)
    expect(isLargeEntry({ ...entry, offset: 0x1_0000_0000 })).toBe(true)
    const list = { entries: 0xfffe, bytes: 10, offset: 10 }
    expect(zipEnd(list)).toHaveLength(22)
    expect(zipEnd({ ...list, entries: 0xffff })).toHaveLength(98)
    expect(zipEnd({ ...list, offset: 5_000_000_000 }).readBigUInt64LE(48)).toBe(5_000_000_000n)
  })

  it('holds no more than one file that is small, however slow the disk is', async () => {
    const small = Buffer.alloc(50_000, 'text ')
    let ahead = 0
    let most = 0
    const disk: PackDisk = {
      ...packDisk,
      create: async (path) => {
        const file = await packDisk.create(path)
        return {
          ...file,
          write: async (chunk) => {
            await new Promise((resolve) => setImmediate(resolve))
            await file.write(chunk)
            ahead -= chunk.byteLength
          },
        }
      },
    }
    async function* counted(): AsyncGenerator<Uint8Array> {
      ahead += small.length
      most = Math.max(most, ahead)
      yield small
    }
    const sink = await createZipSink(join(await createTestFolder(), 'pack.zip'), 'pack', date, disk)
    for (let number = 0; number < 40; number += 1) await sink.add(`${number}.txt`, counted(), small.length)
    await sink.finish()
    expect(most).toBeLessThanOrEqual(small.length)
  })
})
