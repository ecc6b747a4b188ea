import { describe, expect, it } from 'vitest'
import { tableToCsv } from './tableToCsv'

describe('tableToCsv', () => {
  it('quotes what holds a comma, a quotation mark or a line end', () => {
    expect(tableToCsv([['a,b', 'say "so"', 'two\nlines', 'plain']])).toBe(
      '\ufeff"a,b","say ""so""","two\nlines",plain\r\n',
    )
  })

  it('lets no cell begin like a formula', () => {
    expect(tableToCsv([['=HYPERLINK(1)', '+1', '-1', '@x']])).toBe("\ufeff'=HYPERLINK(1),'+1,'-1,'@x\r\n")
  })
})
