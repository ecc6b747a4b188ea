import { expect, test } from 'vitest'
import { createAnalyser } from '#core/search/analysis/analyser'
import { listShard } from '../fixtures/listShard'
import { createQuerySuggester } from './suggestQueries'

const { stem, ...analyser } = createAnalyser()
const shardOf = (...words: readonly string[]) =>
  listShard(
    words.map((text) => ({ words: text })),
    stem,
  )
const suggest = createQuerySuggester({ ...analyser, stem })

test('puts in a space that was left out, where both words occur', () => {
  const shards = [shardOf('the harbour master', 'harbour wall'), shardOf('a master of arts')]
  expect(suggest('harbourmaster ', shards)).toEqual(['harbour master '])
  expect(suggest('"the harbourmaster" OR wall ', shards)).toEqual(['"the harbour master" OR wall '])
  expect(suggest('headline:Harbourmaster', shards)).toEqual(['headline:Harbour master'])
  expect(suggest('harbourmistress ', shards)).toEqual([])
})

test('takes out a space, where the archive writes one word', () => {
  const shards = [shardOf('the harbourmaster spoke', 'harbour wall', 'master')]
  expect(suggest('harbour master ', shards)).toEqual(['harbourmaster '])
  expect(suggest('the HARBOUR  MASTER spoke ', shards)).toEqual(['the Harbourmaster spoke '])
  expect(suggest('harbour OR master ', shards)).toEqual([])
  expect(suggest('harbour, master ', shards)).toEqual([])
  expect(suggest('-harbour master ', shards)).toEqual([])
  expect(suggest('headline:harbour master ', shards)).toEqual([])
})

test('offers a misspelt word set right before a space', () => {
  const words = Array.from({ length: 40 }, () => 'forward looking for ward')
  expect(suggest('forwrd ', [shardOf(...words)])[0]).toBe('forward ')
})

test('can be called off while the words of a shard are taken in', () => {
  let looks = 0
  const stopping = createQuerySuggester({ ...analyser, stem }, () => {
    looks += 1
    if (looks === 2) throw new Error('called off')
  })
  const shards = [shardOf('the harbour wall')]
  expect(() => stopping('harbor ', shards)).toThrow('called off')
  expect(stopping('harbor ', shards)).toEqual(['harbour '])
})
