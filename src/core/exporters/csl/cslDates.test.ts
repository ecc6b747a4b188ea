import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/model/scalars'
import { cslToEdtf, edtfToCsl } from './cslDates'

describe('cslDates', () => {
  it('keeps a date as far as it is known', () => {
    expect(edtfToCsl('2019')).toEqual({ 'date-parts': [[2019]] })
    expect(edtfToCsl('2019-03')).toEqual({ 'date-parts': [[2019, 3]] })
    expect(edtfToCsl('2019-03-23')).toEqual({ 'date-parts': [[2019, 3, 23]] })
    expect(edtfToCsl('2019-03-23T10:00:00Z')).toEqual({ 'date-parts': [[2019, 3, 23]] })
  })

  it('comes back to the same date', () => {
    const two = (most: number) =>
      fc.integer({ min: 1, max: most }).map((part) => String(part).padStart(2, '0'))
    const year = fc.integer({ min: -9999, max: 9999 }).map((part) => {
      const digits = String(Math.abs(part)).padStart(4, '0')
      return part < 0 ? `-${digits}` : digits
    })
    const dates = fc.oneof(
      year,
      fc.tuple(year, two(12)).map((parts) => parts.join('-')),
      fc.tuple(year, two(12), two(28)).map((parts) => parts.join('-')),
    )
    fc.assert(
      fc.property(dates, (edtf) => {
        expect(cslToEdtf(edtfToCsl(edtf))).toBe(edtf)
        expect(partialDate.safeParse({ edtf }).success).toBe(true)
      }),
    )
  })

  it('stops at the first part that is no date', () => {
    expect(cslToEdtf({ 'date-parts': [['2019', '3']] })).toBe('2019-03')
    expect(cslToEdtf({ 'date-parts': [[2019, 14, 2]] })).toBe('2019')
    expect(cslToEdtf({ 'date-parts': [[2019, 3, 40]] })).toBe('2019-03')
    expect(cslToEdtf({ 'date-parts': [['spring']] })).toBeUndefined()
    expect(cslToEdtf({ literal: 'in the spring' })).toBeUndefined()
  })
})
