import { describe, expect, test } from 'vitest'
import { createAnalyser } from '#core/search/analysis/analyser'
import { listShard, type ListedDocument } from '../fixtures/listShard'
import { createQuerySuggester } from './suggestQueries'

const analyser = createAnalyser()
const many = (count: number, document: ListedDocument): ListedDocument[] =>
  Array.from({ length: count }, () => document)

const shards = [
  listShard(
    [
      ...many(4, {
        words: 'government receive washington parliament flooding committee china',
        facets: { publisher: ['Reuters'], has: ['photo'], keyword: ['Climate change'] },
      }),
      ...many(2, {
        words: 'router china chain путин правительство ירושלים القاهره',
        facets: { publisher: ['The New York Times'] },
      }),
      ...many(1, { words: 'chine 2019', facets: { person: ['Łukasz Nowak'] } }),
      ...many(1, { words: 'ghost', facets: { publisher: ['Rooters'] }, isMasked: true }),
    ],
    analyser.stem,
  ),
  listShard(
    [...many(350, { words: 'minister' }), { words: 'minster flood' }, { words: 'floods' }],
    analyser.stem,
  ),
]
const suggest = createQuerySuggester(analyser)
const first = (text: string): string | undefined => suggest(text, shards)[0]

describe('sets right', () => {
  test.each([
    // A letter left out, put in, changed, swapped, doubled; the first letter; two letters.
    ['goverment ', 'government '],
    ['goverment', 'government'],
    ['governmment ', 'government '],
    ['governnent ', 'government '],
    ['goevrnment ', 'government '],
    ['receeve ', 'receive '],
    ['recieve ', 'receive '],
    ['wovernment ', 'government '],
    ['overnment ', 'government '],
    ['commitee ', 'committee '],
    ['comitee ', 'committee '],
    ['parlement ', 'parliament '],
    ['chian ', 'china '],
    ['Goverment ', 'Government '],
    ['GOVERMENT ', 'Government '],
    ['праветельство ', 'правительство '],
    ['Путн ', 'Путин '],
    ['ירושלם ', 'ירושלים '],
    ['القهره ', 'القاهره '],
    // What stands around it stays.
    [
      '(goverment OR "wasington") -xyzzyx NEAR/3 china ',
      '(government OR "washington") -xyzzyx NEAR/3 china ',
    ],
    ['headline:goverment before:2019', 'headline:government before:2019'],
    ['“the goverment” chin*', '“the government” chin*'],
    ['goverment NEAR/5 parlament ', 'government NEAR/5 parliament '],
    ['𝒳 goverment', '𝒳 government'],
    ['goverment "unclosed', 'government "unclosed'],
    // Values that no item has, closed values, names of fields.
    ['publisher:ruters', 'publisher:Reuters'],
    ['publisher:router ', 'publisher:Reuters '],
    ['publisher:"new yrok times"', 'publisher:"new York times"'],
    ['tag:(climte OR china) ', 'tag:(Climate OR china) '],
    ['person:lukas ', 'person:Łukasz '],
    ['has:foto', 'has:photo'],
    ['kind:artikle flood', 'kind:article flood'],
    ['is:(unsorced OR inferred)', 'is:(unsourced OR inferred)'],
    ['headlin:flood', 'headline:flood'],
    // In few documents, beside a much commoner neighbour.
    ['minster ', 'minister '],
  ])('%s', (text, meant) => {
    expect(first(text)).toBe(meant)
  })
})

test.each([
  'government ',
  'govern',
  'govern*',
  'flooded ',
  'goverment~1',
  '-goverment china ',
  'xyzzyx ',
  'ab ',
  '2018 ',
  'flood ',
  'floods ',
  'publisher:reuters',
  'publisher:reu',
  'has:photo',
  'before:2o19',
  'язцу ',
  '',
  '((',
])('leaves %s alone', (text) => {
  expect(suggest(text, shards)).toEqual([])
})

test('gives further queries, each with one word otherwise', () => {
  const documents = [...many(5, { words: 'chain' }), ...many(3, { words: 'china' }), { words: 'harbour' }]
  expect(suggest('chaina harbor ', [listShard(documents, analyser.stem)])).toEqual([
    'chain harbour ',
    'china harbour ',
  ])
  expect(suggest('chaina harbor ', [listShard(documents, analyser.stem)], 1)).toHaveLength(1)
})

test('leaves out what is hundreds of times less likely', () => {
  const documents = [...many(600, { words: 'government' }), { words: 'governments' }, { words: 'govermnt' }]
  expect(suggest('govermment ', [listShard(documents, analyser.stem)])).toEqual(['government '])
})

test('never makes an operator of a word', () => {
  expect(suggest('tag:Annd ', [listShard([{ facets: { keyword: ['AND'] } }])])).toEqual(['tag:and '])
})
