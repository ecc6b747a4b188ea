import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { preparePack } from '#core/exports/preparePack'
import { jpegFile } from '#core/importers/photo/fixtures/jpegFile'
import { sha256Of } from '#core/records/digest'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import { articleText } from '#core/records/articleText'
import { createWritePack } from '../pack/createWritePack'
import { filesUnder } from '../pack/fixtures/filesUnder'
import { plainBibliography, sampleId, sampleOptions, samplePack } from '../pack/fixtures/samplePack'
import { packDisk } from '../pack/packDisk'
import type { PackContents } from '../pack/types'
import { verifyPack } from '../pack/verifyPack'
import { refuseLeaks } from './leakScan'
import { pictureMetadata } from './pictureMetadata'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const picture = jpegFile({ xmp: '<x aux:SerialNumber="SN-4471-0093" by="Vera Holt"/>' })
const sha256 = sha256Of(picture)
const [harbour] = samplePack.records.articles
const [claim] = samplePack.records.claims
if (!harbour || !claim) throw new Error('the sample has an article and a claim')
const [older, current] = harbour.versions
if (!older || !current) throw new Error('the harbour has two versions')
const passages = current.passages.map((passage) =>
  passage.label === '1' ? { ...passage, text: 'The clerk Vera Holt counted the cranes twice.' } : passage,
)
const told = { ...current, passages }
const before = articleText(told)
const exact = 'counted the cranes'
const start = Array.from(before.slice(0, before.indexOf(exact))).length

/** An archive in which a confidential person is named in a headline, a text, a line, a photo, a picture and a claim. */
const telling: PackContents = {
  ...samplePack,
  records: {
    ...samplePack.records,
    articles: [
      { ...harbour, headline: 'What VERA HOLT saw', versions: [older, told] },
      ...samplePack.records.articles.slice(1),
    ],
    sources: [
      ...samplePack.records.sources,
      {
        kind: 'source',
        id: sampleId(29),
        name: 'Vera Holt',
        aliases: ['V. Holt'],
        warnings: [],
        confidential: true,
      },
    ],
    claims: [
      {
        ...claim,
        text: 'Vera Holt counted twice',
        target: {
          articleId: harbour.id,
          versionId: told.id,
          passage: '1',
          selector: {
            exact,
            prefix: 'The clerk Vera Holt ',
            suffix: ' twice.',
            start,
            end: start + exact.length,
            textSha256: sha256Of(Buffer.from(before)),
          },
        },
      },
    ],
    photos: [
      {
        kind: 'photo',
        id: sampleId(50),
        original: sha256,
        fields: { description: 'Vera\u00a0Holt at the quay', creditLine: 'A. Name' },
        origins: {},
        orientation: 6,
        position: { latitude: 48.858371, longitude: 2.294482 },
      },
    ],
    originals: [
      ...samplePack.records.originals,
      { sha256, bytes: picture.length, mediaType: 'image/jpeg', names: [] },
    ],
  },
  readOriginal: async function* (wanted) {
    if (wanted === sha256) yield picture
    else yield* samplePack.readOriginal(wanted)
  },
}

const prepare = (destination: string) =>
  preparePack(telling, {
    profile: 'redacted',
    waivers: [],
    date: '2026-11-22T10:00:00.000Z',
    destination,
  })

it('names nobody who is confidential, in no file and no name, and still verifies', async () => {
  const place = join(await createTestFolder(), 'pack')
  const prepared = await prepare(place)
  await writePack(prepared.contents, { ...sampleOptions(place), ...prepared, profile: 'redacted' })
  expect(await verifyPack(place)).toMatchObject({ unchanged: 'yes', complete: 'yes', custody: 'cannot-tell' })
  for (const [path, bytes] of await filesUnder(place))
    expect(`${path} ${bytes.toString('latin1')}`, path).not.toMatch(/holt|SN-4471|48\.858/i)
  expect(prepared.leftOut).toMatchObject({ originals: 3, notes: 1, positions: 1 })
})

it('keeps the picture as it looks, with how it is to be turned and without anything else', async () => {
  const { contents } = await prepare('/nowhere/pack')
  const [original] = contents.records.originals
  const chunks: Uint8Array[] = []
  for await (const chunk of contents.readOriginal(original?.sha256 ?? '')) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  expect(sha256Of(bytes)).toBe(original?.sha256)
  expect(pictureMetadata(bytes)).toBeUndefined()
  expect(pictureMetadata(picture)).toBeDefined()
  expect(bytes.includes(picture.subarray(picture.indexOf(Buffer.from([0xff, 0xda]))))).toBe(true)
})

it('keeps quotations at their places in the text that is left', async () => {
  const { contents } = await prepare('/nowhere/pack')
  const [article] = contents.records.articles
  const text = articleText(article?.versions[1] ?? current)
  const selector = contents.records.claims[0]?.target?.selector
  expect(Array.from(text).slice(selector?.start, selector?.end).join('')).toBe(exact)
  expect(selector).toMatchObject({ exact, textSha256: sha256Of(Buffer.from(text)) })
  expect(selector?.prefix).toContain('[withheld]')
})

it('leaves nothing where anything is found after all, whichever form it has', async () => {
  const folder = await createTestFolder()
  const place = join(folder, 'pack')
  const prepared = await prepare(place)
  const [article] = prepared.contents.records.articles
  if (!article) throw new Error('there is an article')
  // As if what takes names out had missed one that is written backwards into the markup.
  const missed = { ...article, byline: Buffer.from('by Vera Holt').toString('base64') }
  const contents = { ...prepared.contents, records: { ...prepared.contents.records, articles: [missed] } }
  const options = { ...sampleOptions(place), ...prepared, profile: 'redacted' } as const
  await expect(writePack({ ...contents }, options)).rejects.toMatchObject({ code: 'leak-found' })
  expect(await readdir(folder)).toEqual([])
  // The negative control: without the scan such a pack would stand there.
  await writePack(contents, { ...sampleOptions(place), leftOut: prepared.leftOut, profile: 'redacted' })
  expect(await readdir(folder)).toEqual(['pack'])
})

it('does not let the name of the pack tell', async () => {
  const terms = [{ kind: 'name', text: 'Vera Holt' }] as const
  await expect(refuseLeaks('/nowhere', '/nowhere/vera-holt.zip', terms)).rejects.toMatchObject({
    code: 'leak-found',
    details: { file: 'the name of the pack' },
  })
})
