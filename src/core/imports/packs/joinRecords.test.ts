import { expect, it } from 'vitest'
import { wholePack } from '#core/exporters/pack/fixtures/wholePack'
import type { Check, Claim } from '#shared/model/claim'
import { joinRecords } from './joinRecords'

const [sample] = wholePack.records.claims
if (!sample) throw new TypeError('the sample has a claim')

const checkAt = (time: string, outcome: Check['outcome']): Check => ({
  at: `2026-11-22T${time}:00.000Z`,
  by: 'A. Checker',
  method: 'called the office',
  outcome,
})
const claimWith = (status: Claim['status'], ...checks: Check[]): Claim => ({ ...sample, status, checks })
const [early, late] = [checkAt('10:00', 'supported'), checkAt('11:00', 'disputed')]
const open = claimWith('open')

it('joins the logs of both in the order of time, whichever is held', () => {
  const both = { status: 'disputed', checks: [early, late] }
  expect(joinRecords(claimWith('supported', early), claimWith('disputed', late))).toMatchObject(both)
  expect(joinRecords(claimWith('disputed', late), claimWith('supported', early))).toMatchObject(both)
})

it('keeps the order of a log that has all of the other, by whatever clock', () => {
  const more = claimWith('supported', late, early)
  expect(joinRecords(claimWith('disputed', late), more)).toEqual(more)
  expect(joinRecords(more, claimWith('disputed', late))).toEqual(more)
})

it('joins nothing where one of them stands elsewhere than its log puts it, unless it knew of that', () => {
  const said = claimWith('disputed')
  const checked = claimWith('supported', early)
  expect(joinRecords(said, checked)).toBeUndefined()
  expect(joinRecords(checked, said)).toBeUndefined()
  expect(joinRecords(said, checked, 'ahead')).toEqual(checked)
  expect(joinRecords(open, checked)).toEqual(checked)
})
