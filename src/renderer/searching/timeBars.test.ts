import { expect, it } from 'vitest'
import fc from 'fast-check'
import { barsToMonths, monthsToBars, toTimeBars } from './timeBars'

it('makes a bar of each month from the first to the last, and counts apart what has only a year', () => {
  const { unit, bars, byYearOnly } = toTimeBars([
    { value: '2018-11', count: 2 },
    { value: '2019', count: 5 },
    { value: '2019-02', count: 1 },
  ])
  expect([unit, byYearOnly]).toEqual(['month', 5])
  expect(bars.map(({ first, count }) => [first, count])).toEqual([
    ['2018-11', 2],
    ['2018-12', 0],
    ['2019-01', 0],
    ['2019-02', 1],
  ])
})

it('makes years of many months, and longer stretches of many years', () => {
  const years = toTimeBars([
    { value: '1999-12', count: 1 },
    { value: '2026', count: 3 },
  ])
  expect([years.unit, years.bars.length, years.byYearOnly]).toEqual(['year', 28, 0])
  const decades = toTimeBars([
    { value: '1851-09', count: 1 },
    { value: '2026-01', count: 1 },
  ])
  expect(decades.unit).toBe('years')
  expect(decades.bars[0]).toEqual({ first: '1850', last: '1859', count: 1 })
})

it('says nothing of what is no month', () => {
  expect(toTimeBars([{ value: 'spring', count: 3 }]).bars).toEqual([])
})

it('names bars by a filter that leads back to them, and all of them by none', () => {
  const value = fc
    .record({ year: fc.integer({ min: 1000, max: 2100 }), month: fc.option(fc.integer({ min: 1, max: 12 })) })
    .map(({ year, month }) => (month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`))
  const counts = fc.array(fc.record({ value, count: fc.integer({ min: 1, max: 9 }) }), { minLength: 1 })
  fc.assert(
    fc.property(counts, fc.nat(), fc.nat(), (held, a, b) => {
      const { bars, byYearOnly } = toTimeBars(held)
      const [from, to] = [a % bars.length, b % bars.length].sort((x, y) => x - y) as [number, number]
      const sum = bars.reduce((all, bar) => all + bar.count, byYearOnly)
      expect(sum).toBe(held.reduce((all, { count }) => all + count, 0))
      expect(bars.length).toBeLessThanOrEqual(73)
      const months = barsToMonths(bars, from, to)
      if (from === 0 && to === bars.length - 1) expect(months).toBeUndefined()
      else expect(monthsToBars(bars, months)).toEqual([from, to])
    }),
  )
})
