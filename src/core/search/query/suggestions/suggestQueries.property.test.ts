import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnalyser } from '#core/search/analysis/analyser'
import { listShard } from '../fixtures/listShard'
import { parseQuery } from '../parseQuery'
import type { QueryNode } from '../syntax'
import { createQuerySuggester } from './suggestQueries'

const analyser = createAnalyser()
const shards = [
  listShard(
    [
      {
        words: 'government receive путин and not',
        facets: { publisher: ['Reuters', 'OR AND'], has: ['photo'] },
      },
      { words: 'harbour government', facets: { keyword: ['New York'] } },
    ],
    analyser.stem,
  ),
]
const suggest = createQuerySuggester(analyser)

/** A query without what its words are. */
const shapeOf = (node: QueryNode): unknown => {
  if (node.type === 'word' || node.type === 'phrase') return { ...node, text: '' }
  if (node.type === 'near') return { ...node, left: shapeOf(node.left), right: shapeOf(node.right) }
  if (node.type === 'not') return { type: 'not', part: shapeOf(node.part) }
  return 'parts' in node ? { type: node.type, parts: node.parts.map(shapeOf) } : node
}

const pieces = fc.constantFrom(
  ...[
    'goverment',
    'RECIEVE',
    'Путн',
    'harbor',
    'orr',
    'AADN',
    'ANDD',
    'ruters',
    'new-yrok',
    "harbor's",
    '𝒳',
    '2018',
  ],
  ...[' ', ' ', ' ', '(', ')', '"', '«', '»', '-', '*', '~1', ' AND ', ' OR ', ' NOT ', ' NEAR/3 '],
  ...['publisher:', 'tag:', 'headlin:', 'has:', 'foto', 'before:2019', 'kind:photo'],
)

test('a suggestion is read as the query was, but for its words', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const before = parseQuery(text)
      for (const suggestion of suggest(text, shards)) {
        expect(suggestion).not.toBe(text)
        if (before.readAs === 'words') continue
        const after = parseQuery(suggestion)
        expect([after.readAs, shapeOf(after.root)], suggestion).toEqual(['query', shapeOf(before.root)])
      }
    }),
    { numRuns: 5000 },
  )
})
