import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainQuery } from './explainQuery'
import { parseQuery } from './parseQuery'
import { printQuery } from './printQuery'
import type { QueryNode } from './syntax'

const pieces = fc.constantFrom(
  ...['a', 'Б', '北京', 'ß', '3.5', '𝒳', '\u0301', '\ud83d', '👩‍👧', 'café', '2019', '2019-03', '..', '\u200f'],
  ...[' ', ' ', ' ', '\n', '(', ')', '-', '--', '*', '~', '~1', '/', ':', '::', '&', '\\'],
  ...['"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '\u2019'],
  ...['AND ', ' OR ', 'NOT ', ' NEAR ', ' NEAR/3 ', ' NEAR/', 'NEAR/999 ', ' near '],
  ...[
    'headline:',
    'title:',
    'publisher:',
    'tag:(',
    'http:',
    'has:',
    'is:',
    'kind:',
    'language:',
    'before:',
    'on:',
  ],
  ...['photo', 'unsourced', 'single-source', 'de', 'published:2018/2019-04 '],
)
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)

describe('whatever the input', () => {
  test('100,000 texts are read without an error, with a note for each that is no query', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { readAs, notes } = parseQuery(text)
        const length = [...text].length
        return (readAs === 'words') === (notes.length === 1) && notes.every(({ at }) => at <= length)
      }),
      { numRuns: 100_000 },
    )
  })

  test('what is printed is read as what was read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { readAs, root } = parseQuery(text)
        if (readAs === 'words') return
        expect(parseQuery(printQuery(root))).toEqual({ readAs: 'query', notes: [], root })
      }),
      { numRuns: 20_000 },
    )
  })

  test('spans lie in order on the text, and only blanks and unopened quotation marks are between them', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = [...text]
        let at = 0
        for (const { from, to } of [
          ...explainQuery(text).spans,
          { from: points.length, to: points.length + 1 },
        ]) {
          expect(points.slice(at, from).join('')).toMatch(/^[\s”“«»「」『』]*$/u)
          expect(to).toBeGreaterThan(from)
          at = to
        }
      }),
      { numRuns: 5000 },
    )
  })
})

const field = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })
const inField = <T extends object>(node: T, number: number | undefined): T & { field?: number } =>
  number === undefined ? node : { ...node, field: number }
const match = fc.constantFrom(
  'whole' as const,
  'prefix' as const,
  { edits: 1 } as const,
  { edits: 2 } as const,
)
const word = fc
  .tuple(fc.constantFrom('flood', 'Ü', '北京', "company's", '3.5', 'a-b', 'x*y', '12:30'), match, field)
  .map(([text, how, number]) => inField({ type: 'word' as const, text, match: how }, number))
const phrase = fc
  .tuple(fc.constantFrom('last pocket', 'say "so"', '', 'AND -x: (y', '« »'), field)
  .map(([text, number]) => inField({ type: 'phrase' as const, text }, number))
const near = fc
  .tuple(fc.oneof(word, phrase), fc.oneof(word, phrase), fc.integer({ min: 0, max: 500 }))
  .map(([left, right, distance]): QueryNode => {
    const number = left.field ?? right.field
    return { type: 'near', left: inField(left, number), right: inField({ ...right }, number), distance }
  })
const leaf: fc.Arbitrary<QueryNode> = fc.oneof(
  word,
  phrase,
  near,
  fc.constantFrom<QueryNode>(
    { type: 'everything' },
    { type: 'flag', flag: 'is:single-source' },
    { type: 'kind', kind: 'reference' },
    { type: 'language', language: 'pt-br' },
    { type: 'date', relation: 'before', date: '2019-03' },
    { type: 'date', relation: 'on', date: '../2019' },
  ),
)
const tree = fc.letrec<{ node: QueryNode; positive: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({
      type: fc.constantFrom('all', 'any'),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('not'), part: tie('node') }),
  ) as fc.Arbitrary<QueryNode>,
  positive: leaf,
}))

test('a query that was made is printed, and read as it was', () => {
  fc.assert(
    fc.property(tree.node, tree.positive, (node, positive) => {
      const root: QueryNode = { type: 'all', parts: [positive, node] }
      const { notes, root: read } = parseQuery(printQuery(root))
      fc.pre(notes[0]?.code !== 'too-long')
      expect(read).toEqual(root)
    }),
    { numRuns: 5000 },
  )
})
