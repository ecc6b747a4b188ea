import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { ninjsImporter } from '#core/importers/ninjs/ninjsImporter'
import { articleIn } from '#core/importers/fixtures/readWith'
import { articleToNinjs, type NinjsArticle, type NinjsContext } from './articleToNinjs'
import { ninjsItem } from './fixtures/ninjsItem'

const id = '01980000-0000-7000-8000-000000000001'

const article: NinjsArticle = {
  id,
  number: 1,
  headline: 'The harbour was measured <twice>',
  articleType: 'news',
  passages: [{ label: '1', ordinal: 1, passageKind: 'paragraph', text: 'The crane fell & stood again.' }],
  sourceLines: [{ after: '1', literal: 'Source: Register', order: 1, citationIds: [] }],
  slots: [],
}

const bare: NinjsContext = { citedSources: [], remarks: [], pictureOf: () => undefined }

const write = (changed: Partial<NinjsArticle>, context: Partial<NinjsContext> = {}) =>
  ninjsItem.parse(
    JSON.parse(JSON.stringify(articleToNinjs({ ...article, ...changed }, { ...bare, ...context }))),
  )

const readBack = (item: object) =>
  articleIn(ninjsImporter, Buffer.from(JSON.stringify(item)), 'article.ninjs.json')

describe('an article as ninjs', () => {
  it('is an item by the rules of 3.1, with its text as XHTML', () => {
    expect(write({})).toMatchObject({
      standard: { name: 'ninjs', version: '3.1' },
      uri: `urn:uuid:${id}`,
      type: 'text',
      headlines: [{ role: 'main', contentType: 'text/plain', value: 'The harbour was measured <twice>' }],
      bodies: [
        {
          contentType: 'application/xhtml+xml',
          value: '<p>The crane fell &amp; stood again.</p>\n<p>Source: Register</p>',
        },
      ],
    })
  })

  it('has no time where only a month is known, and says what is known to whoever receives it', async () => {
    const item = write({ published: { edtf: '2019-03', literal: 'March 2019' } })
    expect(item).not.toHaveProperty('firstCreated')
    expect(item).not.toHaveProperty('versionCreated')
    expect(item.edNote).toBe('Published: March 2019.')
    expect((await readBack(item)).fields).not.toHaveProperty('published')
  })

  it('does not let a change stand for the publication', () => {
    const item = write({ published: { edtf: '2019' }, modified: { edtf: '2024-03-01T08:30:00.000Z' } })
    expect(item).not.toHaveProperty('versionCreated')
    expect(item.edNote).toBe('Published: 2019. Changed: 2024-03-01T08:30:00.000Z.')
  })

  it('keeps what its publisher calls it, whether or not that is a URI', async () => {
    expect(write({ uri: 'tag:gazette.example,2024:1' }).uri).toBe('tag:gazette.example,2024:1')
    const item = write({ uri: 'harbour 1', url: 'https://gazette.example/1' })
    expect(item.uri).toBe(`urn:uuid:${id}`)
    expect((await readBack(item)).fields).toMatchObject({
      uri: 'harbour 1',
      url: 'https://gazette.example/1',
    })
  })

  it('names what it cites among its sources of information, each once', async () => {
    const sources = [
      { id: '01980000-0000-7000-8000-000000000020', name: 'Register' },
      { id: '01980000-0000-7000-8000-000000000021', name: 'Sample Wire' },
    ]
    const item = write(
      { publisher: 'The Courier', infoSources: ['Sample Wire'] },
      { citedSources: sources, remarks: ['A digest.'] },
    )
    expect(item.edNote).toBe('A digest.')
    const { fields } = await readBack(item)
    expect(fields).toMatchObject({ publisher: 'The Courier', infoSources: ['Sample Wire', 'Register'] })
  })

  it('says of a picture what the text says, and names its file without an address', async () => {
    const slots: NinjsArticle['slots'] = [
      { number: 1, placement: 'stated', placedAfter: '1', caption: 'The crane', credit: 'A. Name' },
      { number: 2, placement: 'inferred', altText: 'A quay', address: 'img/quay.jpg' },
    ]
    const picture = { name: 'P01_crane.jpg', contentType: 'image/jpeg', width: 3, height: 2, sizeInBytes: 10 }
    const item = write({ slots }, { pictureOf: ({ number }) => (number === 1 ? picture : undefined) })
    expect(item.associations).toMatchObject([
      { name: 'slot-1', uri: `urn:uuid:${id}#slot-1`, by: 'A. Name', renditions: [picture] },
      { name: 'slot-2', type: 'picture' },
    ])
    expect((await readBack(item)).slots).toEqual([
      { number: 1, placement: 'inferred', caption: 'The crane', credit: 'A. Name' },
      { number: 2, placement: 'inferred', altText: 'A quay' },
    ])
  })
})

const folder = sharedFolder('corpora/ninjs/documentation/includes/examples/3.1')
if (folder !== undefined)
  it.each(['006_photo_only.json', '007_multimedia.json'])(
    'IPTC’s own %s is within the rules that ours are held against',
    (name) => {
      expect(() => ninjsItem.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))).not.toThrow()
    },
  )

it('what breaks the rules is not an item: no uri, a name that ninjs has not, a day where a time has to be', () => {
  const item = write({ published: { edtf: '2024-03-01T08:30:00Z' } })
  expect(ninjsItem.safeParse({ ...item, uri: undefined }).success).toBe(false)
  expect(ninjsItem.safeParse({ ...item, tags: ['harbour'] }).success).toBe(false)
  expect(ninjsItem.safeParse({ ...item, versionCreated: '2024-03-01' }).success).toBe(false)
  expect(ninjsItem.safeParse({ ...item, associations: [{ name: 'slot-1' }] }).success).toBe(false)
})
