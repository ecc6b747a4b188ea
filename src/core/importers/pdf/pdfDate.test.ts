import { describe, expect, it } from 'vitest'
import { pdfDate } from './pdfDate'

describe('pdfDate', () => {
  const dates: readonly (readonly [string, string | undefined])[] = [
    ["D:20190323100000+01'00'", '2019-03-23T09:00:00.000Z'],
    ['D:20190323100000Z', '2019-03-23T10:00:00.000Z'],
    ['D:20190323100000', '2019-03-23'],
    ['D:201903', '2019-03'],
    ['2019', '2019'],
    ['D:20191341', undefined],
    ['last spring', undefined],
  ]
  for (const [text, edtf] of dates) it(`reads ${text} as ${edtf}`, () => expect(pdfDate(text)).toBe(edtf))
})
