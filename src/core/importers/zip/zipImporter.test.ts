import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFiles, sharedFolder } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { fileOf, readWith } from '../fixtures/readWith'
import type { ImportedItem, ImportFile } from '../types'
import { buildNestedZip, buildZip, type BuiltEntry } from './fixtures/buildZip'
import { mostEntries } from './openZip'
import { zipImporter } from './zipImporter'

/** What is in it, in words: a file's content, or why there is none. */
const inside = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await readWith(zipImporter, bytes, 'a.zip')).map((item) => {
    if (item.kind === 'file') return `${item.name}: ${Buffer.from(item.bytes).toString()}`
    if (item.kind !== 'unreadable') return item.kind
    return [item.name, item.code, ...Object.values(item.details)].join(' | ')
  })

const insideOf = (...entries: readonly BuiltEntry[]): Promise<readonly string[]> => inside(buildZip(entries))

const sound: BuiltEntry = { name: 'b.txt', content: 'bsdf' }

describe('the ZIP importer', () => {
  it('gives every file inside, under the name that the archive has, twice where it is there twice', async () => {
    const entries = ['a/b.txt', 'a/b.txt', 'Ünï.txt', 'a b\u202e.txt'].map((name) => ({
      name,
      content: name,
    }))
    expect(await insideOf(...entries)).toEqual(entries.map(({ name }) => `${name}: ${name}`))
  })

  it('reads names of DOS in CP437, and those in UTF-8 with and without the flag', async () => {
    const names = [Buffer.from([0x81, 0x62, 0x84]), Buffer.from('übä')]
    expect(await insideOf(...names.map((name) => ({ name, content: 'x' })))).toEqual(['übä: x', 'übä: x'])
    expect(await insideOf({ name: 'übä', flags: 0x800 })).toEqual(['übä: '])
  })

  it('passes over folders, and over what systems leave in archives', async () => {
    const names = ['a/', '__MACOSX/a/._b.txt', 'a/.DS_Store', 'Thumbs.db']
    expect(await insideOf(...names.map((name) => ({ name })), sound)).toEqual(['b.txt: bsdf'])
    expect(await insideOf({ name: 'a/', content: 'hidden' })).toEqual(['a/: hidden'])
  })

  const refused: readonly (readonly [string, BuiltEntry, string])[] = [
    ['a link', { name: 'l', content: '/etc/passwd', mode: 0o120777 }, 'l | link'],
    ['a device', { name: 'd', mode: 0o020666 }, 'd | not-a-file | a device or a pipe'],
    ['an encrypted file', { name: 'e', content: 'x', flags: 1 }, 'e | encrypted'],
    ['a name that leaves its folder', { name: '../x' }, '../x | unsafe-name | invalid relative path: ../x'],
    ['an absolute name', { name: '/x' }, '/x | unsafe-name | absolute path: /x'],
    ['a drive', { name: 'C:/x' }, 'C:/x | unsafe-name | absolute path: C:/x'],
    [
      'a wrong checksum',
      { name: 'c', content: 'x', lies: { crc: 1 } },
      'c | damaged-file | its checksum does not agree with its content',
    ],
    [
      'more bytes than stated',
      { name: 'c', content: 'xxxx', lies: { stated: 2 } },
      'c | damaged-file | too many bytes in the stream. expected 2. got at least 4',
    ],
    [
      'another way of packing',
      { name: 'c', content: 'x', lies: { method: 12 } },
      'c | unknown-format | unsupported compression method: 12',
    ],
    [
      'data past the end of the archive',
      { name: 'c', content: 'x', lies: { packed: 1e9 } },
      'c | damaged-file | file data overflows file bounds: 31 + 1000000000 > 157',
    ],
  ]
  for (const [what, entry, expected] of refused)
    it(`says why it leaves out ${what}, and goes on`, async () => {
      // What lies about its length stands last, so that it does not reach into the other.
      const found = await insideOf(sound, entry)
      expect(found[0]).toBe('b.txt: bsdf')
      expect(found[1]?.replace(/bounds: .*/, 'bounds')).toBe(expected.replace(/bounds: .*/, 'bounds'))
      if (!entry.lies?.packed) expect((await insideOf(entry, sound)).at(-1)).toBe('b.txt: bsdf')
    })

  it('takes the backslash of DOS programs for what parts folders, and that of others for harm', async () => {
    expect(await insideOf({ name: 'a\\b.txt', content: 'x', madeBy: 0 })).toEqual(['a\\b.txt: x'])
    expect(await insideOf({ name: 'a\\..\\..\\b', madeBy: 0 })).toEqual([
      'a\\..\\..\\b | unsafe-name | invalid relative path: a/../../b',
    ])
    expect(await insideOf({ name: 'a\\b.txt' })).toEqual([
      'a\\b.txt | unsafe-name | invalid characters in fileName: a\\b.txt',
    ])
  })

  it('refuses an archive whose files overlap, however small it is', async () => {
    const kernel = { name: 'a', content: Buffer.alloc(100_000) }
    const overlapping = [kernel, ...Array.from({ length: 20 }, () => ({ ...kernel, lies: { at: 0 } }))]
    await expect(insideOf(...overlapping)).rejects.toMatchObject({ code: 'unsafe-container' })
  })

  it('refuses an archive in which one file reaches into the next, as quoted bombs are made', async () => {
    const quoting = { name: 'a', content: 'aaaa', isStored: true, lies: { packed: 40, stated: 40 } }
    await expect(insideOf(quoting, sound)).rejects.toMatchObject({ code: 'unsafe-container' })
  })

  it('reads Zip64', async () => {
    const entries = Array.from({ length: 66_000 }, (_, index) => ({ name: `${index}`, isStored: true }))
    const found = await insideOf(...entries)
    expect([found.length, found[0], found.at(-1)]).toEqual([66_000, '0: ', '65999: '])
  })

  it('refuses more entries than its limit', async () => {
    const entries = Array.from({ length: mostEntries + 1 }, () => ({ name: 'a', isStored: true }))
    await expect(insideOf(...entries)).rejects.toMatchObject({
      code: 'limit',
      details: { what: 'files inside', most: mostEntries },
    })
  })

  it('unpacks one level, and nothing that is not asked for', async () => {
    const items: ImportedItem[] = []
    for await (const item of zipImporter.parse(fileOf(buildNestedZip(16, 4), '42.zip'))) items.push(item)
    expect(items.map((item) => item.kind)).toEqual(Array<string>(16).fill('file'))
  })

  it('reads no further into a file than the consumer asks for', async () => {
    const content = randomBytes(8_000_000)
    let count = 0
    const file = fileOf(buildZip([{ name: 'a', content }, sound]), 'a.zip')
    const watched: ImportFile = {
      ...file,
      read: (at, length) => {
        count += length
        return file.read(at, length)
      },
    }
    const names: string[] = []
    for await (const item of zipImporter.parse(watched)) {
      if (item.kind !== 'file') continue
      names.push(item.name)
      for await (const part of item.parts) {
        expect(part.length).toBeLessThanOrEqual(256 * 1024)
        break
      }
    }
    expect(names).toEqual(['a', 'b.txt'])
    expect(count).toBeLessThan(2_000_000)
  })

  it('claims what begins as a ZIP, less surely than formats that are one themselves', () => {
    expect(zipImporter.recognise(buildZip([sound]), 'a')).toBe(0.6)
    expect(zipImporter.recognise(buildZip([]), 'a.docx')).toBe(0.6)
    expect(zipImporter.recognise(Buffer.from('PK is what Phil Katz put there'), 'a.zip')).toBe(0)
  })

  it('throws nothing but refusals, whatever the bytes', async () => {
    await expectOnlyRefusals(zipImporter, {
      name: 'a.zip',
      seeds: [buildZip([sound, { name: 'a/c.txt', content: 'cccc', isStored: true }])],
    })
  })
})

for (const path of sharedFiles('corpora/zips/failure', '.zip'))
  it(`gives the error in the name of an archive (${basename(path)})`, async () => {
    const stated = basename(path, '.zip').replace(/_\d$/, '')
    const told = await inside(readFileSync(path)).catch((error: { code: string; details: object }) => [
      [error.code, ...Object.values(error.details)].join(' | '),
    ])
    const words = stated.startsWith('strong encryption') ? 'encrypted' : stated.replace(/\W/g, '')
    expect(told.map((line) => line.replace(/\W/g, '')).join()).toContain(words)
  })

interface Expected {
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

/** The same bytes as an archive that is named for its fault: `a\\txt`, which the listing has as `a/txt`. */
const sloppy = 'sloppy-filenames.zip'

/** The name in the archive's Unicode path field, which the listing has in Latin letters. */
const inLatin = (name: string): string => (name === '七个房间.txt' ? 'qi ge fangjian.txt' : name)

const shared = sharedFolder('corpora/zips')

if (shared !== undefined)
  describe('sound archives', () => {
    const expected = JSON.parse(readFileSync(join(shared, 'success-expected.json'), 'utf8')) as Record<
      string,
      Expected
    >
    for (const [name, { files }] of Object.entries(expected).filter(([one]) => one !== sloppy))
      it(`give what was put into them (${name})`, async () => {
        const items = await readWith(zipImporter, readFileSync(join(shared, 'success', name)), name)
        expect(
          items.map((item) =>
            item.kind === 'file'
              ? {
                  name: inLatin(item.name),
                  size: item.bytes.length,
                  sha256: createHash('sha256').update(item.bytes).digest('hex'),
                }
              : item,
          ),
        ).toEqual(
          name.startsWith('traditional-encryption')
            ? files.map((file) => ({ kind: 'unreadable', name: file.name, code: 'encrypted', details: {} }))
            : files,
        )
      })
  })
