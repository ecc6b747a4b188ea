import { describe, expect, it } from 'vitest'
import { csvTable } from './csvTable'

describe('csvTable', () => {
  it('begins with a byte order mark and ends each row with CR LF (RFC 4180)', () => {
    expect(csvTable(['a', 'b'], [['1', undefined]])).toBe('\ufeffa,b\r\n1,\r\n')
  })

  it('quotes commas, quotation marks and line breaks', () => {
    expect(csvTable(['a'], [['x, "y"\nz']])).toBe('\ufeffa\r\n"x, ""y""\nz"\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx'])(
    'makes text of a cell that begins like a formula: %j',
    (cell) => {
      expect(csvTable(['a'], [[cell]])).toMatch(/^\ufeffa\r\n"?'/)
    },
  )

  it('leaves a number as it is, a negative one too', () => {
    expect(csvTable(['a'], [[-1]])).toBe('\ufeffa\r\n-1\r\n')
  })
})
