import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnalyser } from '#core/search/analysis/analyser'
import { phraseTokens } from '#core/search/analysis/tokenise'
import { indexedField } from '#core/search/fields'
import { articleOf, idOf } from '#core/search/fixtures/memorySource'
import type { SearchDocument } from '#core/search/types'
import { describeShard } from '../fixtures/describeShard'
import { createLiveIndex, type LiveIndex } from '../liveIndex'
import { createMarks, isMarked, mark, type Marks } from '../marks'
import { openSegment, type Segment } from '../segment/openSegment'
import { countOf, documentOf, fieldOf, keyOf, type Shard } from '../shard'
import { mergeShards } from './mergeShards'

const analyser = {
  ...createAnalyser(),
  keysOf: (word: string): readonly string[] => (word.length > 3 ? [word.slice(0, 2), word.slice(-2)] : []),
}

const words = [
  'storm',
  'wars',
  'Łódź',
  '3.5',
  '1,000',
  'U.S.',
  '北京',
  '野生动物',
  'naïve',
  'the',
  'flood',
  'flooded',
  '2019',
  'слово',
  'كتاب',
  '𠮷野家',
]
const text = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(' '))
const anyText = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 40 }))
const values = fc.array(fc.constantFrom('a', 'b', 'ß\n"', '\ud83d', '北'), { maxLength: 3 })
const content = fc.record({
  headline: anyText,
  paragraphs: fc.array(anyText, { maxLength: 3 }),
  extra: anyText,
  published: fc.option(fc.constantFrom('2019', '2019-03', '2019-03-23', 'soon', '-0044-03-15'), {
    nil: undefined,
  }),
  person: values,
  place: values,
})
type Content = Parameters<Parameters<typeof content.map>[0]>[0]

const documentOfContent = (
  number: number,
  { headline, paragraphs, extra, published, ...facets }: Content,
): SearchDocument =>
  articleOf(number, headline, paragraphs, {
    language: 'en',
    facets: { ...facets, is: ['unsourced'] },
    extra: [
      { field: 'byline', text: extra },
      { field: 'text', text: extra },
    ],
    ...(published === undefined ? {} : { published }),
  })

const liveOf = (documents: readonly SearchDocument[]): LiveIndex => {
  const live = createLiveIndex(analyser)
  for (const document of documents) live.put(document)
  return live
}
const open = (bytes: Uint8Array): Segment => openSegment(bytes) as Segment
const segmentOf = (documents: readonly SearchDocument[]): Segment => open(mergeShards([liveOf(documents)]))

/** Documents in parts, each part in an order of its own; some of them are to be hidden. */
const parts = fc
  .array(
    fc.record({ content, part: fc.integer({ min: 0, max: 3 }), order: fc.integer(), hidden: fc.boolean() }),
    {
      maxLength: 14,
    },
  )
  .map((items) => items.map((item, at) => ({ ...item, document: documentOfContent(at + 1, item.content) })))

test('any split into parts, in any order, with any documents hidden, merges to the very bytes of one part', () => {
  fc.assert(
    fc.property(parts, fc.boolean(), (items, asSegments) => {
      const sources = [0, 1, 2, 3].map((part) => {
        const own = items.filter((item) => item.part === part).sort((a, b) => a.order - b.order)
        const documents = own.map(({ document }) => document)
        const gone = own.filter(({ hidden }) => hidden).map(({ document }) => document.id)
        if (!asSegments) {
          const live = liveOf(documents)
          for (const id of gone) live.remove(id)
          return live
        }
        const segment = segmentOf(documents)
        for (const id of gone) segment.mask(segment.find(id) as number)
        return segment
      })
      const left = items.filter(({ hidden }) => !hidden).map(({ document }) => document)
      const whole = segmentOf(left)
      const merged = open(mergeShards(sources))
      expect(describeShard(merged)).toEqual(describeShard(whole))
      // Stemmers that only hidden documents called for stay named.
      const languages = merged.stemLanguages().length === whole.stemLanguages().length
      if (languages) expect(Buffer.from(merged.bytes).equals(whole.bytes)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('a saved segment says the same as the live index that it was made of', () => {
  fc.assert(
    fc.property(parts, (items) => {
      const live = liveOf(items.map(({ document }) => document))
      const saved = open(mergeShards([live]))
      expect(describeShard(saved)).toEqual(describeShard(live))
      for (const word of Array.from({ length: live.termCount() }, (_, term) => live.word(term))) {
        const wordsOf = (shard: Shard, terms: readonly number[]): string[] => terms.map(shard.word).sort()
        const prefix = [...word].slice(0, 2).join('')
        for (const [ask, asked] of [
          ['termsWithPrefix', prefix],
          ['termsOfStem', analyser.stem(word, 'en')],
          ['termsOfKey', word.slice(0, 2)],
        ] as const)
          expect(wordsOf(saved, saved[ask](asked)), `${ask} ${asked}`).toEqual(
            wordsOf(live, live[ask](asked)),
          )
        expect(saved.frequency(saved.term(word) as number)).toBe(live.frequency(live.term(word) as number))
      }
    }),
    { numRuns: 100 },
  )
})

test('copies the entries of a term, or those in marked documents, as they are listed', () => {
  fc.assert(
    fc.property(parts, fc.infiniteStream(fc.boolean()), (items, choices) => {
      const live = liveOf(items.map(({ document }) => document))
      for (const shard of [live, open(mergeShards([live]))]) {
        const marks = createMarks(shard.size())
        for (let document = 0; document < shard.size(); document++)
          if (choices.next().value) mark(marks, document)
        for (let term = 0; term < shard.termCount(); term++) {
          const entries = [...shard.entries(term)]
          expect(shard.entryCount(term)).toBe(entries.length)
          const into = new Uint32Array(1 + entries.length)
          const copied = (within: Marks | undefined): number[] => [
            ...into.subarray(1, shard.copyEntries(term, into, 1, within)),
          ]
          expect(copied(undefined)).toEqual(entries)
          expect(copied(marks)).toEqual(entries.filter((entry) => isMarked(marks, documentOf(keyOf(entry)))))
        }
      }
    }),
    { numRuns: 50 },
  )
})

test('removing and adding again equals never having removed', () => {
  fc.assert(
    fc.property(parts, (items) => {
      const documents = items.map(({ document }) => document)
      const live = liveOf(documents)
      for (const { document, hidden } of items) {
        if (!hidden) continue
        live.remove(document.id)
        live.put(document)
      }
      expect(Buffer.from(mergeShards([live])).equals(mergeShards([liveOf(documents)]))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

/** By another way than the builder's: where each word of a field stands, straight from the texts. */
const placesOf = (document: SearchDocument, field: number): Map<string, number[]> => {
  const found = new Map<string, Set<number>>()
  let position = 0
  for (const { text: words } of document.texts.filter((one) => indexedField(one.field) === field)) {
    for (const token of analyser.tokenise(words)) {
      const flat = phraseTokens([token])
      for (const [word, at] of [
        [token.word, position] as const,
        ...flat.map((part, at) => [part.word, position + at] as const),
      ])
        found.set(word, (found.get(word) ?? new Set()).add(at))
      position += flat.length
    }
    position += 1000
  }
  return new Map([...found].map(([word, places]) => [word, [...places].sort((a, b) => a - b)]))
}

test('each word is found, digits included, at its places in the texts, and nothing else is', () => {
  fc.assert(
    fc.property(content, (drawn) => {
      const document = documentOfContent(1, drawn)
      const segment = segmentOf([documentOfContent(9, drawn), document])
      const number = segment.find(idOf(1))
      let entriesFound = 0
      let entriesThere = 0
      for (const field of [0, 1, 4])
        for (const [word, places] of placesOf(document, field)) {
          const term = segment.term(word) as number
          expect(term, word).toBeDefined()
          const entries = [...segment.entries(term)]
          const at = entries.findIndex(
            (entry) => documentOf(keyOf(entry)) === number && fieldOf(keyOf(entry)) === field,
          )
          const { starts, values: all } = segment.positions(term)
          expect([...all.subarray(starts[at], starts[at + 1])], word).toEqual(places)
          expect(countOf(entries[at] as number)).toBe(Math.min(255, places.length))
          entriesFound += 1
        }
      for (let term = 0; term < segment.termCount(); term++) entriesThere += segment.entries(term).length
      expect(entriesThere).toBe(2 * entriesFound)
    }),
    { numRuns: 150 },
  )
})

test('a count ends at 255, and its positions do not', () => {
  const segment = segmentOf([articleOf(1, 'Title', ['again '.repeat(700)])])
  const term = segment.term('again') as number
  expect(countOf(segment.entries(term)[0] as number)).toBe(255)
  expect(segment.positions(term).values).toEqual(Uint32Array.from({ length: 700 }, (_, at) => at))
})

test('of a document that two parts hold, the last counts', () => {
  const merged = open(
    mergeShards([segmentOf([articleOf(1, 'Old', ['alpha'])]), segmentOf([articleOf(1, 'New', ['beta'])])]),
  )
  expect(merged.size()).toBe(1)
  expect(merged.term('alpha')).toBeUndefined()
  expect(merged.frequency(merged.term('beta') as number)).toBe(1)
})

test('an empty segment can be asked', () => {
  const empty = segmentOf([])
  expect([empty.size(), empty.termCount(), empty.term('x'), empty.find(idOf(1))]).toEqual([
    0,
    0,
    undefined,
    undefined,
  ])
  expect(empty.termsWithPrefix('x')).toEqual([])
  expect(empty.termsOfStem('x')).toEqual([])
  expect(empty.column('kind').values).toEqual([])
})
