import { expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { accountOf } from './accountOf'

const line = (name: string, outcome: FileResult['outcome']): FileResult => ({ name, outcome })
const report = [
  line('list.bib', 'duplicate'),
  line('list.bib', 'imported'),
  line('list.bib', 'imported'),
  line('a.txt', 'imported'),
  line('b.txt', 'refused'),
]
const plan = (names: readonly string[], leftOut: readonly number[], wasWhole = true) => ({
  entries: names.map((name, index) => ({ name, index })),
  isLeftOut: (index: number) => leftOut.includes(index),
  wasWhole,
})

it('counts each file once, however many records it made', () => {
  const account = accountOf(report, plan(['list.bib', 'a.txt', 'b.txt', 'c.txt'], [3]))
  expect(account.byOutcome).toEqual({ imported: 2, duplicate: 0, kept: 0, refused: 1, note: 0 })
  expect([account.records, account.leftOut, account.isEven]).toEqual([3, 1, true])
})

it('counts each of two files that have one name', () => {
  const twice = [line('a.txt', 'imported'), line('a.txt', 'duplicate')]
  const account = accountOf(twice, plan(['a.txt', 'a.txt'], []))
  expect([account.byOutcome.imported, account.byOutcome.duplicate, account.isEven]).toEqual([1, 1, true])
})

it('counts what was not reached where an import was stopped', () => {
  const account = accountOf(report, plan(['list.bib', 'a.txt', 'b.txt', 'c.txt', 'd.txt'], [], false))
  expect([account.notReached, account.isEven]).toEqual([2, true])
})

it('says so where a file is missing from the report of an import that ended by itself', () => {
  expect(accountOf(report, plan(['list.bib', 'a.txt', 'b.txt', 'c.txt'], [])).isEven).toBe(false)
})
