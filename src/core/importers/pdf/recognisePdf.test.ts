import { describe, expect, it } from 'vitest'
import { recognisePdf } from './recognisePdf'

describe('recognisePdf', () => {
  const sure = (text: string): number => recognisePdf(Buffer.from(text, 'latin1'))

  it('knows a PDF also behind what a mail program put before it', () => {
    expect(sure('%PDF-1.4\n')).toBe(1)
    expect(sure('\r\n\r\n%PDF-1.4\n1 0 obj\n<<')).toBeGreaterThan(0.9)
  })

  it('leaves texts that speak of PDF, and everything else', () => {
    for (const text of ['A file that begins with %PDF-1.4 is one.', '', 'PK\x03\x04', '%!PS-Adobe'])
      expect(sure(text)).toBe(0)
  })
})
