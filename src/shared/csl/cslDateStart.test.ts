import { expect, it } from 'vitest'
import type { CslDate } from '../model/reference'
import { cslDateStart } from './cslDateStart'

it.each<readonly [CslDate, string | undefined]>([
  [{ 'date-parts': [[2019, 3, 9]] }, '2019-03-09'],
  [{ 'date-parts': [['2019', '3']] }, '2019-03'],
  [
    {
      'date-parts': [
        [2019, 3],
        [2019, 5],
      ],
    },
    '2019-03',
  ],
  [{ 'date-parts': [[2019]], season: 2 }, '2019'],
  [{ 'date-parts': [[476]], circa: true }, '0476'],
  [{ literal: '2019/..' }, '2019'],
  [{ 'date-parts': [[-44, 3, 15]] }, undefined],
  [{ literal: 'Easter' }, undefined],
])('%j begins in %s', (date, start) => {
  expect(cslDateStart(date)).toBe(start)
})
