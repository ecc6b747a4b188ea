import { expect, test } from 'vitest'
import { createTokeniser } from '#core/search/analysis/tokenise'
import { createRecentTokens } from './recentTokens'

const createCounted = (mostCharacters?: number) => {
  const tokenise = createTokeniser()
  const cut: string[] = []
  const recent = createRecentTokens((text) => {
    cut.push(text)
    return tokenise(text)
  }, mostCharacters)
  return { recent, cut }
}

test('a text that is asked for again is cut once, and gives the same words', () => {
  const { recent, cut } = createCounted()
  const first = recent('The harbour is shut.')
  expect(first.map(({ word }) => word)).toEqual(['the', 'harbour', 'is', 'shut'])
  expect(recent('The harbour is shut.')).toEqual(first)
  expect(cut).toEqual(['The harbour is shut.'])
})

test('what was asked for longest ago is forgotten first', () => {
  const { recent, cut } = createCounted(10)
  for (const text of ['first', 'other', 'first', 'third', 'first', 'other']) recent(text)
  expect(cut).toEqual(['first', 'other', 'third', 'other'])
})

test('a text that is longer than all that may be remembered forgets none of the others', () => {
  const { recent, cut } = createCounted(10)
  for (const text of ['first', 'a longer text', 'first', 'a longer text']) recent(text)
  expect(cut).toEqual(['first', 'a longer text', 'a longer text'])
})
