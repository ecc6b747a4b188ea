import { expect, it } from 'vitest'
import { createRevisionCache } from './createRevisionCache'

it('reads once for each revision, and keeps only the last few answers', () => {
  let revision = 1
  const read: string[] = []
  const remember = createRevisionCache(() => revision)
  const ask = (question: string): number => remember(question, () => read.push(question))
  expect([ask('a'), ask('a'), ask('b'), ask('a')]).toEqual([1, 1, 2, 1])
  revision = 2
  expect(ask('a')).toBe(3)
  for (const question of 'cdefghij') ask(question)
  expect(ask('j')).toBe(11)
  expect(ask('a')).toBe(12)
})
