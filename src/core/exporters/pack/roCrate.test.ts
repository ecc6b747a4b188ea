import { beforeAll, describe, expect, it } from 'vitest'
import { plainBibliography, sampleId, sampleOptions, samplePack } from './fixtures/samplePack'
import { payloadFiles } from './payload'
import { sortedRecords } from './sortedRecords'

type Entity = Readonly<Record<string, unknown>>
interface Crate {
  readonly '@context': unknown
  readonly '@graph': readonly Entity[]
}

const picture = { sha256: 'a'.repeat(64), bytes: 3, mediaType: 'image/jpeg', names: [] }

/** The sample with a photo, so that each kind of file is in it. */
const records = sortedRecords({
  ...samplePack.records,
  articles: samplePack.records.articles.map((article) => ({
    ...article,
    collections: ['Cranes of the coast'],
  })),
  photos: [
    {
      kind: 'photo',
      id: sampleId(50),
      original: picture.sha256,
      fields: { headline: 'Crane' },
      origins: {},
      orientation: 1,
    },
  ],
  originals: [...samplePack.records.originals, picture],
})

let paths: readonly string[] = []
let crate: Crate = { '@context': undefined, '@graph': [] }

beforeAll(async () => {
  const files = await payloadFiles(records, samplePack.events, {
    ...sampleOptions('x'),
    formatBibliography: plainBibliography,
  })
  paths = files.map(({ path }) => path.slice('data/'.length))
  const file = files.find(({ path }) => path === 'data/ro-crate-metadata.json')
  crate = JSON.parse(file?.content.kind === 'text' ? file.content.make() : '') as Crate
})

const entity = ({ '@graph': graph }: Crate, id: string): Entity | undefined =>
  graph.find((one) => one['@id'] === id)
const rootOf = (one: Crate): Entity => entity(one, './') ?? {}
const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && '@id' in one ? String(one['@id']) : [],
  )
const isReference = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.keys(value).length === 1 && '@id' in value)

const change = (one: Crate, id: string, changed: Entity): Crate => ({
  ...one,
  '@graph': one['@graph'].map((each) => (each['@id'] === id ? { ...each, ...changed } : each)),
})
const replaceRoot = (changed: Entity) => (one: Crate) => change(one, './', changed)

/** Each rule of RO-Crate 1.2 that says MUST and concerns what a pack writes, and a crate that breaks it. */
const musts: readonly (readonly [
  words: string,
  holds: (one: Crate) => boolean,
  broken: (one: Crate) => Crate,
])[] = [
  [
    'is JSON-LD with the context of the specification and a graph',
    (one) => one['@context'] === 'https://w3id.org/ro/crate/1.2/context' && Array.isArray(one['@graph']),
    (one) => ({ ...one, '@context': 'https://schema.org' }),
  ],
  [
    'gives each entity an @id of its own, which is a valid URI reference',
    ({ '@graph': graph }) => {
      const ids = graph.map((one) => one['@id'])
      return (
        new Set(ids).size === graph.length &&
        ids.every((id) => typeof id === 'string' && /^[\w\-.~:/?#@!$&'()*+,;=%]+$/.test(id))
      )
    },
    (one) => change(one, 'index.html', { '@id': 'my page.html' }),
  ],
  [
    'gives each entity a type',
    ({ '@graph': graph }) => graph.every((one) => typeof one['@type'] === 'string' && one['@type'] !== ''),
    (one) => change(one, 'index.html', { '@type': undefined }),
  ],
  [
    'is flat: an entity inside another is named and stands in the graph',
    ({ '@graph': graph }) =>
      graph.every((one) => Object.values(one).every((value) => [value].flat().every(isReference))),
    replaceRoot({ author: { '@id': '#desk', name: 'The desk' } }),
  ],
  [
    'has a metadata descriptor, which is a CreativeWork about the root',
    (one) => {
      const descriptor = entity(one, 'ro-crate-metadata.json')
      return descriptor?.['@type'] === 'CreativeWork' && idsIn(descriptor['about'])[0] === './'
    },
    (one) => change(one, 'ro-crate-metadata.json', { about: './' }),
  ],
  [
    'has a root that is a Dataset',
    (one) => rootOf(one)['@type'] === 'Dataset',
    replaceRoot({ '@type': 'Collection' }),
  ],
  ...(['name', 'description', 'license'] as const).map(
    (property) =>
      [
        `has a root with a ${property}`,
        (one: Crate) => typeof rootOf(one)[property] === 'string' && rootOf(one)[property] !== '',
        replaceRoot({ [property]: undefined }),
      ] as const,
  ),
  [
    'has a root with one date of publication, in ISO 8601 to the day at least',
    (one) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(rootOf(one)['datePublished'])),
    replaceRoot({ datePublished: '22 November 2026' }),
  ],
  [
    'calls each file a File, and links it from the root by hasPart',
    (one) => {
      const parts = new Set(idsIn(rootOf(one)['hasPart']))
      const files = one['@graph'].filter((each) => paths.includes(String(each['@id'])))
      return files.every(
        (each) =>
          each['@id'] === 'ro-crate-metadata.json' ||
          (each['@type'] === 'File' && parts.has(String(each['@id']))),
      )
    },
    replaceRoot({ hasPart: [] }),
  ],
  [
    'names no file that is not there',
    (one) =>
      one['@graph']
        .filter((each) => each['@type'] === 'File')
        .every((each) => paths.includes(String(each['@id']))),
    (one) => ({ ...one, '@graph': [...one['@graph'], { '@id': 'gone.txt', '@type': 'File' }] }),
  ],
]

describe('ro-crate-metadata.json, as RO-Crate 1.2 demands,', () => {
  it.each(musts)('%s', (_words, holds, broken) => {
    expect(holds(crate)).toBe(true)
    expect(holds(broken(crate))).toBe(false)
  })
})

it('the crate describes every other file of the payload, and points only at what it describes', () => {
  const described = paths.filter((path) => path !== 'ro-crate-metadata.json')
  expect(described.some((path) => path.endsWith('.xmp'))).toBe(true)
  expect(described.some((path) => path.endsWith('.ninjs.json'))).toBe(true)
  expect(idsIn(rootOf(crate)['hasPart'])).toEqual(described)
  const ids = new Set(crate['@graph'].map((one) => one['@id']))
  for (const [, id] of JSON.stringify(crate['@graph']).matchAll(/\{"@id":"([^"]+)"\}/g))
    if (!id?.startsWith('https://')) expect(ids.has(id), id).toBe(true)
})

it('the crate has the tags of an article as its keywords, and each collection as a set of its articles', () => {
  const [first, ...rest] = records.articles.map(({ id }) => ({ '@id': `urn:uuid:${id}` }))
  expect(entity(crate, '#collection-1')).toEqual({
    '@id': '#collection-1',
    '@type': 'Dataset',
    name: 'Cranes of the coast',
    hasPart: [first, ...rest],
  })
  expect(entity(crate, first?.['@id'] ?? '')?.['keywords']).toEqual(records.articles[0]?.tags)
})
