import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseUnit } from './chooseUnit'
import { comparePeriods, periodOf } from './periodOf'

const two = (value: number): string => String(value).padStart(2, '0')
const date = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .chain(([year, month, day]) =>
    fc.constantFrom(
      String(year).padStart(4, '0'),
      `${String(year).padStart(4, '0')}-${two(month)}`,
      `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    ),
  )

describe('periodOf', () => {
  it('never says more than the date, and says the beginning of it', () => {
    fc.assert(
      fc.property(date, fc.constantFrom('day' as const, 'month' as const, 'year' as const), (edtf, unit) => {
        const period = periodOf(edtf, unit) ?? ''
        expect(edtf.startsWith(period)).toBe(true)
        expect(period.split('-').length).toBeLessThanOrEqual({ year: 1, month: 2, day: 3 }[unit])
      }),
    )
  })

  it('knows years before the year 0, times, and what is no date', () => {
    expect(periodOf('-0044-03-15', 'month')).toBe('-0044-03')
    expect(periodOf('2019-03-23T10:00:00.000Z', 'day')).toBe('2019-03-23')
    expect(periodOf('spring', 'day')).toBeUndefined()
    expect(periodOf(undefined, 'year')).toBeUndefined()
  })
})

describe('comparePeriods', () => {
  it('orders as the calendar does', () => {
    const sorted = ['2019-03-02', '2019', '-0100', '2019-03', '-0044', '2018-12-31'].sort(comparePeriods)
    expect(sorted).toEqual(['-0100', '-0044', '2018-12-31', '2019', '2019-03', '2019-03-02'])
  })
})

describe('chooseUnit', () => {
  const unitOf = (...dates: readonly (string | undefined)[]) =>
    chooseUnit(
      dates.map((published, at) => ({
        id: String(at),
        headline: '',
        ...(published === undefined ? {} : { published }),
        passages: 0,
        citations: 0,
        cited: [],
      })),
    )

  it('takes days for some weeks, months for years, years for decades, and none that nothing is known by', () => {
    expect(unitOf('2019-03-02', '2019-04-30')).toBe('day')
    expect(unitOf('2019-03', '2019-04')).toBe('month')
    expect(unitOf('2019-03-02', '2022')).toBe('month')
    expect(unitOf('1999-03-02', '2022')).toBe('year')
    expect(unitOf('2019', '2020')).toBe('year')
    expect(unitOf(undefined)).toBe('year')
  })
})
