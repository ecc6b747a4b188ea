import { describe, expect, it } from 'vitest'
import { cleanText } from './cleanText'

describe('a cleaned text', () => {
  it('is composed, and has no characters that show nothing and no runs of spaces', () => {
    expect(cleanText(' Gro\u0308\u00dfe\u200b  und\tmehr ')).toBe('Größe und mehr')
  })

  it('keeps the marks of every writing, and not thousands on one letter, which would take hours to compose', () => {
    const vocalised = 'ال\u0651\u064eغة'.normalize('NFC')
    expect(cleanText(vocalised)).toBe(vocalised)
    const stacked = cleanText(`x${'\u0301\u0323'.repeat(500_000)}`)
    expect(stacked.match(/\p{M}/gu)).toHaveLength(30)
  })
})
