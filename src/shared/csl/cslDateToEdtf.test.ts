import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cslDateToEdtf } from './cslDateToEdtf'
import { edtfToCslDate } from './edtfToCslDate'

it.each([
  ['2019', { 'date-parts': [[2019]] }],
  ['2019-03', { 'date-parts': [[2019, 3]] }],
  ['2019-03-23', { 'date-parts': [[2019, 3, 23]] }],
  ['2019~', { 'date-parts': [[2019]], circa: true }],
  ['2019-21', { 'date-parts': [[2019]], season: 1 }],
  [
    '2019-03/2019-05',
    {
      'date-parts': [
        [2019, 3],
        [2019, 5],
      ],
    },
  ],
  ['2019-03/..', { 'date-parts': [[2019, 3]], literal: '2019-03/..' }],
  ['-0044-03-15', { 'date-parts': [[-44, 3, 15]] }],
])('says %s as the parts that CSL has for it, and back', (edtf, date) => {
  expect(edtfToCslDate(edtf)).toEqual(date)
  expect(cslDateToEdtf(date)).toBe(edtf)
})

it('says nothing of a date that is only words, and keeps a date beside its words', () => {
  expect(cslDateToEdtf({ literal: 'Easter' })).toBeUndefined()
  expect(cslDateToEdtf({ 'date-parts': [['2019', '3']], literal: 'March 2019' })).toBe('2019-03')
  expect(cslDateToEdtf({ 'date-parts': [['MMXIX']] })).toBeUndefined()
})

it('gives back every date and range that EDTF can say', () => {
  const one = fc
    .tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .chain((parts) => fc.constantFrom(parts.slice(0, 1), parts.slice(0, 2), parts))
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 2 }), fc.boolean(), (ends, circa) => {
      const date = { 'date-parts': ends, ...(circa ? { circa: true } : {}) }
      expect(edtfToCslDate(cslDateToEdtf(date) ?? '')).toEqual(date)
    }),
  )
})
