import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cslDate } from '#shared/model/reference'
import { partialDate } from '#shared/model/scalars'
import { cslDateToEdtf } from './cslDateToEdtf'
import { edtfToCslDate } from './edtfToCslDate'

const parts = (...ends: readonly (readonly number[])[]) => ({ 'date-parts': ends.map((end) => [...end]) })

it.each([
  ['2019', parts([2019])],
  ['2019-03', parts([2019, 3])],
  ['2019-03-23', parts([2019, 3, 23])],
  ['-0044-03-15', parts([-44, 3, 15])],
  ['2019-03-23T10:00:00Z', parts([2019, 3, 23])],
  ['2019-21', { ...parts([2019]), season: 1 }],
  ['2019-24~', { ...parts([2019]), season: 4, circa: true }],
  ['2019~', { ...parts([2019]), circa: true }],
  ['2019-03?', { ...parts([2019, 3]), circa: true }],
  ['2019-03-23%', { ...parts([2019, 3, 23]), circa: true }],
  ['2019-03-XX', parts([2019, 3])],
  ['2019-XX-XX', parts([2019])],
  ['2019-03/2019-05', parts([2019, 3], [2019, 5])],
  ['2018/2019-05-01', parts([2018], [2019, 5, 1])],
  ['2018~/2019', { ...parts([2018], [2019]), circa: true }],
  ['2019-03/..', { ...parts([2019, 3]), literal: '2019-03/..' }],
  ['2019/', { ...parts([2019]), literal: '2019/' }],
  ['2019-21/..', { ...parts([2019]), season: 1, literal: '2019-21/..' }],
  ['../2019', { literal: '../2019' }],
  ['/2019-03', { literal: '/2019-03' }],
  ['201X', { literal: '201X' }],
  ['198X~', { literal: '198X~' }],
  ['20XX', { literal: '20XX' }],
  ['198X/2001', { literal: '198X/2001' }],
  ['198X/..', { literal: '198X/..' }],
  ['2019-21/2019-23', { literal: '2019-21/2019-23' }],
])('says %s as CSL can hold it', (edtf, date) => {
  expect(edtfToCslDate(edtf)).toEqual(date)
  expect(edtfToCslDate(` ${edtf} `)).toEqual(date)
  expect(cslDate.safeParse(date).success).toBe(true)
})

it.each([
  '',
  '..',
  '/',
  '../..',
  '2019/2020/2021',
  '2019-13',
  '2019-25',
  '2019-02-32',
  '2019-00',
  '2X19',
  'XXXX',
  'Y170000002',
  'spring 2019',
  '2019/spring',
  '../spring',
  '19',
])('takes %s for no date', (edtf) => {
  expect(edtfToCslDate(edtf)).toBeUndefined()
})

it.each(['../2019', '201X', '198X~', '20XX', '198X/..', '2019-21/2019-23', '2019-21/..'])(
  'gives %s back as it came',
  (edtf) => {
    expect(cslDateToEdtf(edtfToCslDate(edtf) ?? {})).toBe(edtf)
  },
)

it('gives back each date that an article can have', () => {
  const two = (most: number) => fc.integer({ min: 1, max: most }).map((part) => String(part).padStart(2, '0'))
  const year = fc
    .integer({ min: -9999, max: 9999 })
    .map((part) => `${part < 0 ? '-' : ''}${String(Math.abs(part)).padStart(4, '0')}`)
  const dates = fc.oneof(
    year,
    fc.tuple(year, two(12)).map((all) => all.join('-')),
    fc.tuple(year, two(12), two(28)).map((all) => all.join('-')),
  )
  fc.assert(
    fc.property(dates, (edtf) => {
      expect(partialDate.safeParse({ edtf }).success).toBe(true)
      expect(cslDateToEdtf(edtfToCslDate(edtf) ?? {})).toBe(edtf)
    }),
  )
})
