import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import type { ImportedItem } from '../types'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import { home, page, record, response, smallArchive } from './fixtures/buildWarc'
import { warcImporter } from './warcImporter'

const plain = Buffer.concat(smallArchive())
const packed = Buffer.concat(smallArchive().map((one) => gzipSync(one)))

const read = (bytes: Uint8Array) => readWith(warcImporter, bytes, 'a.warc')
const articlesOf = async (bytes: Uint8Array): Promise<ParsedArticle[]> =>
  (await read(bytes)).filter((item) => item.kind === 'article')

describe('the WARC importer', () => {
  it('makes an article of each page that was captured, and says where, when and whether it is as it was', async () => {
    const articles = await articlesOf(plain)
    expect(articles.map(({ fields, capture }) => [fields.headline, capture])).toEqual([
      [
        'The ferry',
        {
          at: '2019-03-23T11:30:00.000Z',
          url: home,
          software: 'Boats/1.0',
          digest: 'matches',
          signature: 'unsigned',
        },
      ],
      ['The yard', expect.objectContaining({ url: `${home}yard`, digest: 'matches' })],
      ['The town', expect.objectContaining({ url: `${home}town`, digest: 'broken' })],
    ])
    expect(articles[2]?.doubts).toMatchObject([{ field: 'capture' }])
  })

  it('gives the pictures that its pages show, and says what was left out', async () => {
    const items = await read(plain)
    expect(items.filter(({ kind }) => kind === 'file')).toEqual([
      { kind: 'file', name: 'boat.png', bytes: Buffer.from('boat') },
    ])
    expect(items[0]).toMatchObject({
      slots: [{ placedAfter: '1', altText: 'A boat', address: `${home}img/boat.png`, picture: 'boat.png' }],
      doubts: [
        { field: 'capture', message: expect.stringMatching(/^3 records .*1 revisits, 2 that/) as string },
      ],
    })
  })

  it('reads nothing of what it passes over, and of a page past the limit no more than its beginning', async () => {
    const video = response(Buffer.alloc(20_000_000, 'frames '), 'video/mp4')
    const large = record(video, { type: 'request', url: `${home}video` })
    const archive = Buffer.concat([large, plain])
    const counted = async (bytes: Buffer) => {
      let count = 0
      const file = {
        name: 'a.warc',
        size: bytes.length,
        read: (at: number, length: number) => {
          const part = bytes.subarray(at, at + length)
          count += part.length
          return Promise.resolve(part)
        },
        bytes: () => Promise.resolve(bytes),
        companions: [],
        mapping: undefined,
      }
      const items: ImportedItem[] = []
      const read = async (): Promise<void> => {
        for await (const item of warcImporter.parse(file)) items.push(item)
      }
      const error: unknown = await read().catch((caught: unknown) => caught)
      return { count, items, error }
    }
    const passed = await counted(archive)
    expect(passed.items.filter(({ kind }) => kind === 'article')).toHaveLength(3)
    expect(passed.count).toBeLessThan(5_000_000)
    const page = record(response(Buffer.alloc(60_000_000, 'word ')), { url: home })
    const refused = await counted(page)
    expect(refused.error).toMatchObject({ code: 'limit', details: { most: 50 * 1024 * 1024 } })
    expect(refused.count).toBeLessThan(1_000_000)
    // Cut in the middle of what is passed over.
    expect((await counted(archive.subarray(0, 1_000_000))).error).toMatchObject({ code: 'damaged-file' })
  })

  it('reads gzip member by member, and one member for all', async () => {
    expect(await read(packed)).toEqual(await read(plain))
    expect(await read(gzipSync(plain))).toEqual(await read(plain))
  })

  it('reads up to where one is cut off or damaged, and says that there was more', async () => {
    for (const cut of [plain.subarray(0, plain.length - 200), packed.subarray(0, packed.length - 100)]) {
      const items = await read(cut)
      expect(items.filter(({ kind }) => kind === 'article')).toHaveLength(2)
      expect(items.at(-1)).toMatchObject({ kind: 'unreadable', code: 'damaged-file' })
    }
  })

  it('refuses one that is damaged before its first page, or has none', async () => {
    await expect(read(plain.subarray(0, 400))).rejects.toMatchObject({ code: 'damaged-file' })
    await expect(read(smallArchive()[0] ?? Buffer.alloc(0))).rejects.toMatchObject({ code: 'unknown-format' })
    const endless = Buffer.from(`WARC/1.1\r\nWARC-Type: ${'x'.repeat(70_000)}`)
    await expect(read(endless)).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('refuses more records than an archive has', async () => {
    const many = Buffer.concat(Array.from({ length: 100_001 }, () => record('', { type: 'metadata' })))
    await expect(read(many)).rejects.toMatchObject({ code: 'limit', details: { most: 100_000 } })
  })

  it('goes on where one page cannot be read', async () => {
    const deep = response('<div>'.repeat(600))
    const items = await read(
      Buffer.concat([
        record(response('<script>1</script>'), { url: `${home}frame` }),
        record(deep, { url: `${home}deep` }),
        record(response('no gzip', 'text/html', ['Content-Encoding: br']), { url: `${home}br` }),
        record(response(page('After it')), { url: `${home}after` }),
      ]),
    )
    expect(items).toMatchObject([
      { kind: 'unreadable', name: `${home}deep`, code: 'limit' },
      { kind: 'unreadable', name: `${home}br`, code: 'damaged-file' },
      { kind: 'article', fields: { headline: 'After it' } },
    ])
  })

  it('takes no page from an address that is not of the web', async () => {
    const items = await read(
      Buffer.concat([
        record(response(page('A file')), { url: 'file:///etc/passwd' }),
        record(response(page('A page')), { url: home }),
      ]),
    )
    expect(items).toMatchObject([{ fields: { headline: 'A page' } }])
  })

  it('reads ARC, which was before it', async () => {
    const body = response(page('The old page'))
    const line = (url: string, type: string, length: number): string =>
      `${url} 127.0.0.1 20050614070144 ${type} ${length}\n`
    const version = '1 0 Boats\nURL IP-address Archive-date Content-type Archive-length\n'
    const arc = `${line('filedesc://a.arc', 'text/plain', version.length)}${version}\n${line(home, 'text/html', body.length)}`
    const items = await read(Buffer.concat([Buffer.from(arc), body, Buffer.from('\n')]))
    expect(items).toMatchObject([
      {
        fields: { headline: 'The old page' },
        capture: { at: '2005-06-14T07:01:44.000Z', url: home, digest: 'absent' },
      },
    ])
  })

  it('throws nothing but refusals, whatever the bytes are', async () => {
    await expectOnlyRefusals(warcImporter, { name: 'a.warc', seeds: [plain, packed], runs: 60 })
  })
})

describe('the recognition of WARC', () => {
  const cases: readonly (readonly [Uint8Array | string, number])[] = [
    [plain, 0.98],
    [packed, 0.98],
    ['filedesc://a.arc 0.0.0.0 20050614070144 text/plain 76\n', 0.98],
    ['WARC/ is a format', 0],
    [gzipSync('Text'), 0],
    [Buffer.from([0x1f, 0x8b, 1, 2, 3]), 0],
  ]
  for (const [index, [bytes, score]] of cases.entries())
    it(`is sure to ${score} of case ${index + 1}`, () =>
      expect(warcImporter.recognise(Buffer.from(bytes), 'a.warc')).toBe(score))
})

/** Pages in the web archives of Apache Tika's tests, and what their digests say. */
const expected: Readonly<Record<string, readonly [string, string]>> = {
  'cc.warc.gz': ['Common Crawl', 'matches'],
  'example.arc.gz': ['Example Domain', 'absent'],
  'testWARC_multiple.warc': ['Russell County, Virginia in the Civil War', 'matches'],
}

for (const path of sharedFiles('corpora/documents/tika/web-archives', ''))
  if (Object.hasOwn(expected, basename(path)))
    it(`reads the page of a real web archive (${basename(path)})`, async () => {
      const [article] = await articlesOf(readFileSync(path))
      expect([article?.fields.headline, article?.capture?.digest]).toEqual(expected[basename(path)])
    })
