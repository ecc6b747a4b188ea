import { expect, test } from 'vitest'
import { createAnalyser } from '../analysis/analyser'
import { articleOf } from '../fixtures/memorySource'
import { createLiveIndex } from '../index/liveIndex'
import { createTermBinder } from './bindTerms'
import { createWordMemory } from './wordMemory'

const analyser = createAnalyser()
const memory = createWordMemory(3)
const live = createLiveIndex(analyser)
live.put(articleOf(1, 'One', ['the harbour froze']))

const bind = (word: string, shards = [live]) =>
  createTermBinder(analyser, shards, { words: memory.of(shards) }).term(word, 'whole', undefined)

test('a word of the query before is not bound anew', () => {
  expect(bind('harbour')).toBe(bind('harbour'))
  expect(bind('harbour')).not.toBe(createTermBinder(analyser, [live]).term('harbour', 'whole', undefined))
})

test('what comes in later is found', () => {
  expect(bind('harbour').groups[0]?.terms[0]).toHaveLength(1)
  live.put(articleOf(2, 'Two', ['two harbours']))
  expect(bind('harbour').groups[0]?.terms[0]).toHaveLength(2)
})

test('a word is bound anew for other shards', () => {
  const other = createLiveIndex(analyser)
  expect(bind('harbour', [live, other]).groups[0]?.terms).toHaveLength(2)
  expect(bind('harbour', [other]).groups).toEqual([])
})

test('it holds no more than it may', () => {
  const first = bind('one')
  for (const word of ['two', 'three', 'four']) bind(word)
  expect(bind('one')).not.toBe(first)
})
