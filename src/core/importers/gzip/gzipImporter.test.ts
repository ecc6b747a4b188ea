import { createHash, randomBytes } from 'node:crypto'
import { createGzip, gzipSync } from 'node:zlib'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { fileOf, readWith } from '../fixtures/readWith'
import type { ImportFile, InnerFile } from '../types'
import { gzipImporter } from './gzipImporter'

/** A member with a name, and an extra field, in its header (RFC 1952). */
const named = (name: Uint8Array | string, content: string): Buffer => {
  const plain = gzipSync(content)
  plain[3] = 4 | 8
  const extra = Buffer.from([3, 0, 1, 2, 3])
  return Buffer.concat([
    plain.subarray(0, 10),
    extra,
    Buffer.from(name),
    Buffer.from([0]),
    plain.subarray(10),
  ])
}

const inside = async (bytes: Uint8Array, name = 'a.txt.gz'): Promise<unknown> => {
  const [item] = await readWith(gzipImporter, bytes, name)
  if (item?.kind !== 'file') return item
  return [item.name, Buffer.from(item.bytes).toString()]
}

const innerOf = async (file: ImportFile): Promise<InnerFile> => {
  for await (const item of gzipImporter.parse(file)) if (item.kind === 'file') return item
  throw new Error('nothing inside')
}

/** Gigabytes of zeros, packed in members of 64 MiB. */
const packedZeros = async (gigabytes: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  const zeros = Buffer.alloc(1024 * 1024)
  const source = Readable.from(Array<Buffer>(64).fill(zeros))
  for await (const part of source.pipe(createGzip({ level: 1 }))) parts.push(part as Buffer)
  return Buffer.concat(Array<Buffer>(gigabytes * 16).fill(Buffer.concat(parts)))
}

describe('the gzip importer', () => {
  it('gives the file inside, all members of it', async () => {
    expect(await inside(Buffer.concat([gzipSync('one '), gzipSync(''), gzipSync('two')]))).toEqual([
      'a.txt',
      'one two',
    ])
  })

  it('names it as the header does, in UTF-8 or Latin-1', async () => {
    expect(await inside(named('../übä.txt', 'x'))).toEqual(['../übä.txt', 'x'])
    expect(await inside(named(Buffer.from('übä.txt', 'latin1'), 'x'))).toEqual(['übä.txt', 'x'])
  })

  const names: readonly (readonly [string, string])[] = [
    ['a.TAR.GZ', 'a.tar'],
    ['a.tgz', 'a.tar'],
    ['a.csv.gzip', 'a.csv'],
    ['a', 'a'],
    ['.gz', 'file'],
  ]
  for (const [name, expected] of names)
    it(`names what is in ${name} ${expected} where the header does not`, async () => {
      expect(await inside(gzipSync('x'), name)).toEqual([expected, 'x'])
      expect(await inside(named('', 'x'), name)).toEqual([expected, 'x'])
    })

  it('passes over what programs leave behind the last member', async () => {
    expect(await inside(Buffer.concat([gzipSync('x'), Buffer.alloc(512)]))).toEqual(['a.txt', 'x'])
  })

  it('refuses the file inside where it is cut off or changed', async () => {
    const sound = gzipSync('some text that is long enough')
    const changed = Buffer.from(sound)
    changed[sound.length - 6] = 0xff
    const faults: readonly (readonly [Buffer, string])[] = [
      [sound.subarray(0, -10), 'unexpected end of file'],
      [changed, 'incorrect data check'],
    ]
    for (const [bytes, reason] of faults)
      expect(await inside(bytes)).toEqual({
        kind: 'unreadable',
        name: 'a.txt',
        code: 'damaged-file',
        details: { reason },
      })
  })

  it('unpacks ten gigabytes of zeros only as far as somebody asks', async () => {
    const bomb = await packedZeros(10)
    let count = 0
    const file = fileOf(bomb, 'bomb.gz')
    const watched: ImportFile = {
      ...file,
      read: (at, length) => {
        count += length
        return file.read(at, length)
      },
    }
    const { parts } = await innerOf(watched)
    let unpacked = 0
    for await (const part of parts) {
      expect(part.length).toBeLessThanOrEqual(256 * 1024)
      unpacked += part.length
      if (unpacked > 2_000_000) break
    }
    expect(count).toBeLessThan(1_000_000)
  })

  it('gives a large file byte for byte', async () => {
    const content = randomBytes(3_000_000)
    const hash = createHash('sha256')
    for await (const part of (await innerOf(fileOf(gzipSync(content), 'a.gz'))).parts) hash.update(part)
    expect(hash.digest('hex')).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it('claims gzip and nothing else', () => {
    expect(gzipImporter.recognise(gzipSync('x'), 'a')).toBe(0.6)
    for (const bytes of [[], [0x1f, 0x8b], [0x1f, 0x8b, 7, 0], [0x1f, 0x8b, 8, 0x80], [0x42, 0x5a, 0x68]])
      expect(gzipImporter.recognise(Uint8Array.from(bytes), 'a.gz')).toBe(0)
  })

  it('throws nothing but refusals, whatever the bytes', async () => {
    await expectOnlyRefusals(gzipImporter, { name: 'a.gz', seeds: [named('a.txt', 'some text')] })
  })
})
