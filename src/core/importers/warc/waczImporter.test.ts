import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import yazl from 'yazl'
import { describe, expect, it } from 'vitest'
import type { ParsedArticle } from '#shared/model/parsed'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { readWith } from '../fixtures/readWith'
import { smallArchive } from './fixtures/buildWarc'
import { waczImporter } from './waczImporter'

type Files = Readonly<Record<string, Buffer>>

const zip = (files: Files): Promise<Buffer> => {
  const file = new yazl.ZipFile()
  for (const [name, bytes] of Object.entries(files)) file.addBuffer(bytes, name, { compress: false })
  file.end()
  return buffer(file.outputStream)
}

const hash = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

const warc = Buffer.concat(smallArchive().map((one) => gzipSync(one)))
const path = 'archive/data.warc.gz'
const description = json({ profile: 'data-package', resources: [{ path, hash: hash(warc) }] })
const sound: Files = {
  [path]: warc,
  'pages/pages.jsonl': Buffer.from('{}\n'),
  'datapackage.json': description,
}
const signature = (of: Buffer): Buffer =>
  json({ path: 'datapackage.json', hash: hash(of), signedData: { hash: hash(of), signature: 'abc' } })

const articleOf = async (files: Files): Promise<ParsedArticle | undefined> =>
  (await readWith(waczImporter, await zip(files), 'a.wacz')).find((item) => item.kind === 'article')

describe('the WACZ importer', () => {
  it('reads the pages and pictures of its archives', async () => {
    const items = await readWith(waczImporter, await zip(sound), 'a.wacz')
    expect(items.map((item) => (item.kind === 'article' ? item.fields.headline : item.kind))).toEqual([
      'The ferry',
      'The yard',
      'The town',
      'file',
    ])
    expect(items[0]).toMatchObject({ capture: { digest: 'matches', signature: 'unsigned' } })
  })

  it('says that a file is not the one that was packed', async () => {
    const other = json({ resources: [{ path, hash: hash(Buffer.from('other')) }] })
    const article = await articleOf({ ...sound, 'datapackage.json': other })
    expect(article?.capture?.digest).toBe('broken')
  })

  it('says whether it is signed, and that the signer was not checked', async () => {
    const article = await articleOf({ ...sound, 'datapackage-digest.json': signature(description) })
    expect(article?.capture?.signature).toBe('signed')
    expect(article?.doubts[0]?.message).toMatch(/who signed it was not checked/)
    const broken = await articleOf({ ...sound, 'datapackage-digest.json': signature(Buffer.from('{}')) })
    expect(broken?.capture?.signature).toBe('broken')
  })

  it('refuses one without a description, or without pages', async () => {
    const { 'datapackage.json': _, ...without } = sound
    await expect(articleOf(without)).rejects.toMatchObject({ code: 'damaged-file' })
    await expect(articleOf({ 'datapackage.json': description })).rejects.toMatchObject({
      code: 'unknown-format',
    })
    await expect(articleOf({ ...sound, 'datapackage.json': Buffer.from('[') })).rejects.toMatchObject({
      code: 'damaged-file',
    })
  })

  it('knows a WACZ by what is in it, and no other ZIP', async () => {
    expect(waczImporter.recognise(await zip(sound), 'a.zip')).toBe(0.97)
    expect(waczImporter.recognise(await zip({ 'word/document.xml': description }), 'a.wacz')).toBe(0)
    expect(waczImporter.recognise(await zip({ 'datapackage.json': description }), 'a.zip')).toBe(0)
  })

  it('throws nothing but refusals, whatever the bytes are', async () => {
    await expectOnlyRefusals(waczImporter, { name: 'a.wacz', seeds: [await zip(sound)], runs: 60 })
  })
})

for (const real of sharedFiles('corpora/documents/tika/web-archives', '.wacz'))
  it('reads a real WACZ, whose hashes and pages are as they were', async () => {
    const bytes = readFileSync(real)
    expect(waczImporter.recognise(bytes, 'a')).toBeGreaterThan(0.9)
    const items = await readWith(waczImporter, bytes, 'a.wacz')
    expect(items).toMatchObject([
      { fields: { headline: 'Example Domain' }, capture: { digest: 'matches', signature: 'unsigned' } },
    ])
  })
