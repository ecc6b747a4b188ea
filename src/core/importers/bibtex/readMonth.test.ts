import { describe, expect, it } from 'vitest'
import type { CslDate } from '#shared/model/reference'
import { readMonth } from './readMonth'

const cases: readonly (readonly [string, CslDate | undefined])[] = [
  ['mar', { 'date-parts': [[1987, 3]] }],
  ['23 mars', { 'date-parts': [[1987, 3, 23]] }],
  ['Winter', { 'date-parts': [[1987]], season: 4 }],
  [
    'March/April',
    {
      'date-parts': [
        [1987, 3],
        [1987, 4],
      ],
    },
  ],
  [
    'apr–jun',
    {
      'date-parts': [
        [1987, 4],
        [1987, 6],
      ],
    },
  ],
  [
    '7.-9. July',
    {
      'date-parts': [
        [1987, 7, 7],
        [1987, 7, 9],
      ],
    },
  ],
  [
    'July 7–9',
    {
      'date-parts': [
        [1987, 7, 7],
        [1987, 7, 9],
      ],
    },
  ],
  [
    '30 May – 2 June',
    {
      'date-parts': [
        [1987, 5, 30],
        [1987, 6, 2],
      ],
    },
  ],
  ['Dec/Jan', undefined],
  ['Michaelmas', undefined],
]

describe('the month of an entry', () => {
  it.each(cases)('%s is what it says of its year', (month, date) => {
    expect(readMonth(1987, month, '')).toEqual(date)
  })

  it('takes its day from a field of its own', () => {
    expect(readMonth(1987, 'mar', '23.')).toEqual({ 'date-parts': [[1987, 3, 23]] })
    expect(readMonth(1987, 'mar', '40')).toEqual({ 'date-parts': [[1987, 3]] })
  })
})
