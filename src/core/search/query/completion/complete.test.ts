import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { listShard } from '../fixtures/listShard'
import { parseQuery } from '../parseQuery'
import { complete } from './complete'
import { createShardSources } from './shardSources'

const sources = createShardSources()([
  listShard([
    {
      words: 'flood flooded harbour putin',
      facets: {
        publisher: ['Reuters'],
        month: ['2019-03'],
        kind: ['article'],
        has: ['photo'],
        language: ['en'],
      },
    },
    {
      words: 'flood floods путин',
      facets: {
        publisher: ['The New York Times'],
        month: ['2019-04'],
        kind: ['article'],
        language: ['en-GB'],
      },
    },
    { words: 'flotilla', facets: { publisher: ['Regional Post'] }, isMasked: true },
  ]),
  listShard([
    {
      words: 'flotilla harbour',
      facets: { publisher: ['Reuters'], month: ['2020'], kind: ['photo'], has: ['photo', 'original'] },
    },
    {
      words: 'fleet',
      facets: {
        publisher: ['Łódź Wieczór'],
        month: ['2019-04'],
        keyword: ['floods', 'AND'],
        tag: ['floods to follow'],
        collection: ['Flood series'],
      },
    },
  ]),
])

/** Completes where `|` stands: what each option makes of the text. */
const completed = (marked: string): string[] => {
  const cursor = [...(marked.split('|')[0] ?? '')].length
  const text = marked.replace('|', '')
  const { from, to, options } = complete(text, cursor, sources)
  const points = [...text]
  return options.map((option) => points.slice(0, from).join('') + option.text + points.slice(to).join(''))
}

describe('completes', () => {
  test.each([
    ['tag:flo|', ['tag:"floods to follow"']],
    ['keyword:flo|', ['keyword:floods']],
    ['collection:flo|', ['collection:"Flood series"']],
    ['flo|', ['flood', 'flotilla', 'flooded', 'floods']],
    ['flo|od', ['flood', 'flotilla', 'flooded', 'floods']],
    ['flood|', ['flooded', 'floods']],
    ['𝒳 Fl|', ['𝒳 Flood', '𝒳 Flotilla', '𝒳 Fleet', '𝒳 Flooded', '𝒳 Floods']],
    ['Пу|', ['Путин']],
    ['anti-flo| x', ['anti-flood x', 'anti-flotilla x', 'anti-flooded x', 'anti-floods x']],
    ['"last har|', ['"last harbour']],
    ['"last ha|rb" x', ['"last harbour" x']],
    ['a (har|', ['a (harbour']],
    ['a -har|', ['a -harbour']],
    ['headline:har|', ['headline:harbour']],
    ['he|', ['headline:']],
    ['ti|', ['title:']],
    ['-ha|', ['-has:', '-harbour']],
    ['he|adline:x', ['headline:x']],
    ['ta|', ['tag:']],
    ['a N|', ['a NEAR/10', 'a NOT']],
    ['N|', ['NOT']],
    ['a A|', ['a after:', 'a AND']],
    ['a OR A|', ['a OR after:']],
    ['publisher:re|', ['publisher:Reuters']],
    ['publisher:|', ['publisher:Reuters', 'publisher:"The New York Times"', 'publisher:"Łódź Wieczór"']],
    ['publisher:|x', ['publisher:Reuters', 'publisher:"The New York Times"', 'publisher:"Łódź Wieczór"']],
    ['publisher:lo|', ['publisher:"Łódź Wieczór"']],
    ['publisher:york|', ['publisher:"The New York Times"']],
    ['publisher:"new yo|', ['publisher:"The New York Times"']],
    ['publisher:"new yo|" x', ['publisher:"The New York Times" x']],
    ['-publisher:(x OR new|) y', ['-publisher:(x OR "The New York Times") y']],
    ['keyword:|', ['keyword:"AND"', 'keyword:floods']],
    ['tag:|', ['tag:"floods to follow"']],
    ['kind:|', ['kind:article', 'kind:photo', 'kind:reference']],
    ['has:|', ['has:photo', 'has:original', 'has:slot', 'has:citation', 'has:note', 'has:credit']],
    ['has:c|', ['has:citation', 'has:credit']],
    ['is:s|', ['is:single-source']],
    ['language:en|', ['language:en-GB']],
    ['before:|', ['before:2020', 'before:2019', 'before:2019-04', 'before:2019-03']],
    ['before:2019|', ['before:2019-04', 'before:2019-03']],
    ['published:2018/2019-0| x', ['published:2018/2019-04 x', 'published:2018/2019-03 x']],
  ] as const)('%s', (marked, texts) => {
    expect(completed(marked)).toEqual(texts)
  })

  test('says what an option is, and how many items have it', () => {
    expect(complete('ti', 2, sources).options).toEqual([
      { text: 'title:', kind: 'field', detail: 'headline' },
    ])
    expect(complete('publisher:r', 11, sources).options).toEqual([
      { text: 'Reuters', kind: 'value', count: 2 },
    ])
    expect(complete('has:p', 5, sources).options).toEqual([
      { text: 'photo', kind: 'value', detail: 'has:photo', count: 2 },
    ])
    expect(complete('a NE', 4, sources).options).toEqual([
      { text: 'NEAR/10', kind: 'operator', detail: 'near' },
    ])
    expect(complete('har', 3, sources).options).toEqual([{ text: 'harbour', kind: 'word', count: 2 }])
  })

  test.each(['|', 'flood |', '"flood"|', '(|', ')|', 'a -|', 'kind:film|', '*|'])(
    'offers nothing at %s',
    (marked) => {
      expect(completed(marked)).toEqual([])
    },
  )
})

test('never throws, and offers what is read as one word, value or field', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'flo',
        'publisher:',
        'has:',
        'before:',
        '2019',
        '/',
        '(',
        ')',
        '"',
        '«',
        '-',
        ' ',
        'A',
        'ha',
        '𝒳',
        '*',
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: -1, max: 40 }), (query, cursor) => {
      const { from, to, options } = complete(query, cursor, sources)
      expect(from).toBeLessThanOrEqual(to)
      for (const option of options)
        if (option.kind === 'word' || option.kind === 'value')
          expect(parseQuery(option.text).notes, option.text).toEqual([])
    }),
    { numRuns: 5000 },
  )
})
