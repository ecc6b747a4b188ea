import { describe, expect, it } from 'vitest'
import { readNewsDate } from './readNewsDate'

const read: readonly (readonly [string, string])[] = [
  ['2024-03-01T09:30:00+01:00', '2024-03-01T08:30:00.000Z'],
  ['2024-03-01T09:30:00', '2024-03-01'],
  ['2024-03', '2024-03'],
  ['2024', '2024'],
  ['Tue, 10 Jun 2003 04:00:00 GMT', '2003-06-10T04:00:00.000Z'],
  ['10 Jun 03 04:00 EST', '2003-06-10T09:00:00.000Z'],
  ['Sat, 1 Jan 99 00:00:00 +0100', '1998-12-31T23:00:00.000Z'],
  ['Mon, 4 Mar 2024 10:00:00 CEST', '2024-03-04'],
  ['Fr, 04 Okt 2024 10:00:00 +0200', '2024-10-04T08:00:00.000Z'],
  ['20130605T210000+0000', '2013-06-05T21:00:00.000Z'],
  ['20130605', '2013-06-05'],
  ['March 23, 2019', '2019-03-23'],
]

describe('readNewsDate', () => {
  for (const [literal, edtf] of read)
    it(`reads ${literal} as ${edtf}, and keeps it beside where it says it otherwise`, () => {
      expect(readNewsDate(literal)).toEqual({ edtf, ...(literal === edtf ? {} : { literal }) })
    })

  it('keeps no literal that differs in fractions of a second alone', () => {
    expect(readNewsDate('2024-03-01T08:30:00Z')).toEqual({ edtf: '2024-03-01T08:30:00.000Z' })
  })

  it('says where the order of day and month is not sure', () => {
    expect(readNewsDate('03/04/2024')).toMatchObject({ edtf: '2024', doubt: expect.any(String) as string })
  })

  for (const literal of ['yesterday', '', '2024-02-31', '99 Jun 2024 10:00 GMT', '20241345', 'x'.repeat(200)])
    it(`reads no date in ${JSON.stringify(literal.slice(0, 40))}`, () => {
      expect(readNewsDate(literal)).toBeUndefined()
    })
})
