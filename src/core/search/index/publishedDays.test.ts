import { expect, test } from 'vitest'
import { publishedDays } from './publishedDays'

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

test.each([
  ['1970-01-01', 0, 0],
  ['2019', day('2019-01-01'), day('2019-12-31')],
  ['2020-02', day('2020-02-01'), day('2020-02-29')],
  ['2019-03-23T10:00:00Z', day('2019-03-23'), day('2019-03-23')],
  ['0044', day('0044-01-01'), day('0044-12-31')],
  ['-0044-03-15', day('-000044-03-15'), day('-000044-03-15')],
])('%s', (edtf, earliest, latest) => {
  expect(publishedDays(edtf)).toEqual([earliest, latest])
})

test.each(['', '2019-13', '2019-02-30', '2019-00', '2019:03:02', 'soon', '20190101'])(
  '%j is no date',
  (text) => {
    expect(publishedDays(text)).toBeUndefined()
  },
)
