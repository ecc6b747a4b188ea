import { expect, test } from 'vitest'
import type { DuplicateMember, MergeRule } from '#shared/contract/duplicates'
import { chooseKept } from './chooseKept'

const member = (id: string, part: Partial<DuplicateMember>): DuplicateMember => ({
  id,
  title: id,
  addedAt: '2026-01-02T00:00:00.000Z',
  versions: 1,
  citations: 0,
  size: 1,
  likeness: 1,
  ...part,
})

const members = [
  member('a', { published: '2019', citations: 1 }),
  member('b', { addedAt: '2026-01-01T00:00:00.000Z' }),
  member('c', { published: '2019-03', size: 9 }),
  member('d', { citations: 5 }),
]

test.each<[MergeRule, string]>([
  ['earliest', 'b'],
  ['newest', 'c'],
  ['fullest', 'c'],
  ['most-cited', 'd'],
])('by the rule %s keeps %s', (rule, id) => {
  expect(chooseKept(members, rule)?.id).toBe(id)
  expect(chooseKept([...members].reverse(), rule)?.id).toBe(id)
})

test('what is equal by a rule is told apart by which was added first', () => {
  const equal = [member('y', {}), member('x', {}), member('z', { addedAt: '2026-01-03T00:00:00.000Z' })]
  expect(chooseKept(equal, 'most-cited')?.id).toBe('x')
})

test('keeps nothing of an empty group', () => {
  expect(chooseKept([], 'earliest')).toBeUndefined()
})
