import { describe, expect, it } from 'vitest'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { fileOf, readWith } from '../fixtures/readWith'
import type { ImportedItem } from '../types'
import { buildTar, buildTarEntry, paxRecord, type BuiltTarEntry } from './fixtures/buildTar'
import { longestHeader, mostEntries } from './tarEntries'
import { tarImporter } from './tarImporter'

/** What is in it, in words: a file's content, or why there is none. */
const inside = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await readWith(tarImporter, bytes, 'a.tar')).map((item) => {
    if (item.kind === 'file') return `${item.name}: ${Buffer.from(item.bytes).toString()}`
    if (item.kind !== 'unreadable') return item.kind
    return [item.name, item.code, ...Object.values(item.details)].join(' | ')
  })

const insideOf = (...entries: readonly BuiltTarEntry[]): Promise<readonly string[]> =>
  inside(buildTar(entries))

const sound: BuiltTarEntry = { name: 'b.txt', content: 'bsdf' }
const longName = `${'folder/'.repeat(40)}ü.txt`

describe('the tar importer', () => {
  it('gives every file inside, under the name that the archive has', async () => {
    const names = ['./a.txt', 'a.txt', 'a.txt', 'ü\u202e.txt']
    expect(
      await insideOf({ name: 'f', type: '5' }, ...names.map((name) => ({ name, content: 'x' }))),
    ).toEqual(names.map((name) => `${name}: x`))
  })

  const kinds: readonly (readonly [string, readonly BuiltTarEntry[], string])[] = [
    ['v7', [{ name: 'a', type: '\0', magic: '', content: 'x' }], 'a: x'],
    ['ustar with a long name', [{ name: 'a', prefix: 'folder', content: 'x' }], 'folder/a: x'],
    ['GNU, whose prefix is none', [{ name: 'a', prefix: '123', magic: 'ustar  ', content: 'x' }], 'a: x'],
    [
      'GNU with a long name',
      [
        { name: '././@LongLink', type: 'L', content: `${longName}\0` },
        { name: longName.slice(0, 99), content: 'x' },
      ],
      `${longName}: x`,
    ],
    [
      'pax',
      [
        { name: 'g', type: 'g', content: paxRecord('comment', 'x') },
        { name: 'h', type: 'x', content: paxRecord('mtime', '1.5') + paxRecord('path', longName) },
        { name: 'a', content: 'x' },
      ],
      `${longName}: x`,
    ],
    [
      'pax with a size that the header has no room for',
      [
        { name: 'h', type: 'x', content: paxRecord('size', '1') },
        { name: 'a', content: 'x', size: '00000000000\0' },
      ],
      'a: x',
    ],
    [
      'a size in base 256',
      [{ name: 'a', content: 'x', size: Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) }],
      'a: x',
    ],
  ]
  for (const [kind, entries, expected] of kinds)
    it(`reads ${kind}`, async () => {
      expect(await insideOf(...entries, sound)).toEqual([expected, 'b.txt: bsdf'])
    })

  const refused: readonly (readonly [string, readonly BuiltTarEntry[], string])[] = [
    ['a link', [{ name: 'l', type: '2' }], 'l | link'],
    ['a hard link, whatever size it states', [{ name: 'l', type: '1', size: '00000000777\0' }], 'l | link'],
    ['a device', [{ name: 'd', type: '3' }], 'd | not-a-file | a device'],
    ['a pipe', [{ name: 'd', type: '6' }], 'd | not-a-file | a pipe'],
    ['another type', [{ name: 'd', type: 'M' }], 'd | unknown-format | a tar entry of type "M"'],
    [
      'a sparse file',
      [{ name: 's', type: 'S' }],
      's | unknown-format | a sparse file, whose holes were left out',
    ],
    [
      'a sparse file of pax',
      [
        { name: 'h', type: 'x', content: paxRecord('GNU.sparse.major', '1') },
        { name: 's', content: 'x' },
      ],
      's | unknown-format | a sparse file, whose holes were left out',
    ],
    [
      'a name that leaves its folder',
      [{ name: 'a/../../x' }],
      'a/../../x | unsafe-name | invalid relative path: a/../../x',
    ],
    ['an absolute name', [{ name: '/etc/x' }], '/etc/x | unsafe-name | absolute path: /etc/x'],
  ]
  for (const [what, entries, expected] of refused)
    it(`says why it leaves out ${what}, and goes on`, async () => {
      expect(await insideOf(...entries, sound)).toEqual([expected, 'b.txt: bsdf'])
    })

  const sizes: readonly (readonly [string, string | Buffer])[] = [
    ['eight gigabytes', '77777777777\0'],
    ['an exabyte', Buffer.from([0x80, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0])],
    ['more than can be counted', Buffer.from([0x80, ...Array<number>(11).fill(0xff)])],
  ]
  for (const [what, size] of sizes)
    it(`believes no size of ${what} that the archive does not have`, async () => {
      expect(await insideOf(sound, { name: 'a', content: 'x', size })).toEqual([
        'b.txt: bsdf',
        'a | damaged-file | it ends before its content does',
      ])
    })

  const faults: readonly (readonly [string, Buffer, string])[] = [
    ['is cut off in a header', buildTar([sound]).subarray(0, 1024 + 100), 'it is sound'],
    [
      'goes on with something else',
      Buffer.concat([buildTarEntry(sound), Buffer.alloc(512, 'x')]),
      'no header',
    ],
    [
      'has a damaged extended header',
      Buffer.concat([buildTarEntry(sound), buildTarEntry({ name: 'h', type: 'x', content: '99 path=a\n' })]),
      'extended header',
    ],
    [
      'has a size that is no number',
      Buffer.concat([buildTarEntry(sound), buildTarEntry({ name: 'h', size: '-0000000001\0' })]),
      'no header',
    ],
  ]
  for (const [what, bytes, reason] of faults)
    it(`keeps what stands before the place where an archive ${what}`, async () => {
      const items: ImportedItem[] = []
      const reading = async (): Promise<string> => {
        for await (const item of tarImporter.parse(fileOf(bytes, 'a.tar'))) items.push(item)
        return 'it is sound'
      }
      expect(await reading().catch((error: Error) => error.message)).toContain(reason)
      expect(items).toMatchObject([{ kind: 'file', name: 'b.txt' }])
    })

  it('holds to its limits', async () => {
    const many = Buffer.concat(Array<Buffer>(mostEntries + 1).fill(buildTarEntry({ name: 'f', type: '5' })))
    const meta = Buffer.concat(
      Array<Buffer>(3 * mostEntries + 1).fill(buildTarEntry({ name: 'g', type: 'g' })),
    )
    const long = buildTar([{ name: 'x', type: 'L', content: Buffer.alloc(longestHeader + 1, 'a') }])
    const expected: readonly (readonly [Buffer, string])[] = [
      [many, 'files inside'],
      [meta, 'headers'],
      [long, 'bytes in one header'],
    ]
    for (const [bytes, what] of expected)
      await expect(inside(bytes)).rejects.toMatchObject({ code: 'limit', details: { what } })
  })

  it('claims what begins with a sound header', () => {
    expect(tarImporter.recognise(buildTar([sound]), 'a')).toBe(0.8)
    expect(tarImporter.recognise(buildTar([{ name: 'a', type: '\0', magic: '' }]), 'a')).toBe(0.8)
    for (const bytes of [Buffer.alloc(1024), Buffer.alloc(1024, 'ustar'), buildTar([sound]).subarray(0, 511)])
      expect(tarImporter.recognise(bytes, 'a.tar')).toBe(0)
  })

  it('throws nothing but refusals, whatever the bytes', async () => {
    await expectOnlyRefusals(tarImporter, {
      name: 'a.tar',
      seeds: [
        buildTar([
          sound,
          { name: 'h', type: 'x', content: paxRecord('path', longName) },
          { name: 'a', content: 'x' },
          { name: '././@LongLink', type: 'L', content: `${longName}\0` },
          sound,
        ]),
      ],
    })
  })
})
