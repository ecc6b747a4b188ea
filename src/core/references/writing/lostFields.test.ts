import { describe, expect, it } from 'vitest'
import type { ReferenceFormat } from '#shared/contract/references'
import { cslTypeNames } from '#shared/csl/cslTypes'
import { cslItem } from '#shared/model/reference'
import { wholeItem } from './fixtures/wholeItem'
import { lostFields } from './lostFields'

const lostBy = async (format: ReferenceFormat): Promise<ReadonlyMap<string, readonly string[]>> => {
  const lost = new Map<string, readonly string[]>()
  for (const type of cslTypeNames) lost.set(type, await lostFields(wholeItem(type), format))
  return lost
}

/** RIS has no tag for these, whatever the type. */
const neverInRis =
  `ISAN ISCI ISMN ISRC ISWC PMCID PMID annote archive-place archive_collection archive_location authority
  available-date chair chapter-number collection-number compiler composer container-author curator dimensions
  director division editorial-director event event-date event-place executive-producer guest host illustrator
  interviewer journalAbbreviation jurisdiction medium narrator number-of-pages organizer original-author original-date
  original-publisher original-publisher-place original-title part part-title performer printing producer
  references reviewed-author reviewed-genre reviewed-title scale script-writer series-creator shortTitle status
  submitted supplement translated-title translated-title-short version volume-title volume-title-short`.split(
    /\s+/,
  )

/** What RIS cannot say of some types beyond that: `type` where it has none of this name, so that the nearest stands there. */
const inRis: Readonly<Record<string, string>> = {
  article: 'event-title type',
  collection: 'event-title type',
  entry: 'event-title type',
  event: 'event-title type',
  performance: 'event-title type',
  post: 'event-title type',
  regulation: 'event-title issue number type',
  review: 'event-title type',
  'review-book': 'event-title type',
  treaty: 'event-title type',
  bill: 'event-title issue',
  legislation: 'event-title issue',
  patent: 'event-title issue',
  report: 'event-title issue',
  standard: 'event-title issue',
  'paper-conference': '',
}

/** Of these RIS can name only in one type what it has another tag for, or none, in all others. */
const lostNames = (type: string): string[] => [
  ...(type === 'thesis' ? ['collection-editor'] : ['contributor']),
  ...(type === 'personal_communication' ? [] : ['recipient']),
]

describe('what a format cannot hold', () => {
  it.each(['csl-json', 'bibtex', 'biblatex'] as const)(
    'is none of the variables of CSL in %s, whatever the type',
    async (format) => {
      expect([...(await lostBy(format))].filter(([, lost]) => lost.length > 0)).toEqual([])
    },
  )

  it('is in RIS what this table says', async () => {
    const told = [...(await lostBy('ris'))].map(([type, lost]) => [
      type,
      lost
        .filter((one) => !neverInRis.includes(one))
        .sort()
        .join(' '),
    ])
    expect(Object.fromEntries(told)).toEqual(
      Object.fromEntries(
        cslTypeNames.map((type) => {
          const lost = (inRis[type] ?? 'event-title').split(' ').filter((one) => one !== '')
          return [type, [...lost, ...lostNames(type)].sort().join(' ')]
        }),
      ),
    )
    const everywhere = [...(await lostBy('ris')).values()].reduce((some, lost) =>
      some.filter((one) => lost.includes(one)),
    )
    expect([...everywhere].sort()).toEqual(neverInRis.filter((one) => everywhere.includes(one)).sort())
    expect(neverInRis.filter((one) => !everywhere.includes(one))).toEqual([])
  })

  it.each<[ReferenceFormat, Readonly<Record<string, unknown>>, string[]]>([
    ['bibtex', { issued: { 'date-parts': [[2019, 3, 23]], literal: 'Saturday edition' } }, ['issued']],
    ['bibtex', { issued: { 'date-parts': [[1987]], literal: 'Michaelmas 1987' } }, []],
    ['biblatex', { issued: { 'date-parts': [[1987]], literal: 'sum 1987' } }, []],
    ['bibtex', { 'publisher-place': 'Port Example', custom: { address: 'South Quay' } }, []],
    ['bibtex', { type: 'thesis', language: 'de', custom: { school: 'Night', language: 'all' } }, []],
    ['biblatex', { author: [{ literal: 'Sample' }], custom: { 'and-others': 'author' } }, []],
    ['bibtex', { custom: { updated: '2019-03-24', nested: { a: 1 } } }, ['custom.nested']],
    ['bibtex', { title: 'Two  spaces & a\u2009thin one' }, ['title']],
    ['ris', { issued: { 'date-parts': [[2019, 3, 23]], literal: 'Saturday edition' } }, []],
    [
      'ris',
      {
        issued: {
          'date-parts': [
            [2019, 3],
            [2019, 5],
          ],
        },
      },
      [],
    ],
    ['ris', { issued: { 'date-parts': [[2019]], season: 2 } }, []],
    ['ris', { 'container-title': 'Quays', type: 'chapter', custom: { JF: 'Ports', T2: 'Piers' } }, []],
    [
      'ris',
      { 'container-title': 'Quays', type: 'paper-conference', custom: { JF: 'Ports', T2: 'Piers' } },
      [],
    ],
    ['ris', { custom: { AD: ['Port Example', 'South Quay'] } }, []],
    ['ris', { custom: { updated: '2019-03-24', U1: 'kept' } }, ['custom.updated']],
    ['ris', { author: [{ literal: 'Smith, Jones and Partners' }] }, ['author']],
    ['ris', { title: 'The <i>Quay</i>' }, ['title']],
    ['csl-json', { custom: { updated: '2019-03-24', nested: { a: 1 } } }, []],
  ])('is told of one item: %s of %j loses %j', async (format, fields, lost) => {
    expect(
      await lostFields(
        cslItem.parse({ id: 'one', type: 'book', publisher: 'Harbour Press', ...fields }),
        format,
      ),
    ).toEqual(lost)
  })
})
