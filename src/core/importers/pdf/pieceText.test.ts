import { describe, expect, it } from 'vitest'
import { pieceText } from './pieceText'

describe('pieceText', () => {
  it('writes ligatures and joined letters as the letters that they stand for', () => {
    expect(pieceText('o\ufb03ce \ufecb\ufeae\ufe91\ufef2')).toBe('office \u0639\u0631\u0628\u064a')
  })

  it('knows the marks of lists in private characters, and keeps the spaces at the ends', () => {
    expect(pieceText('\uf0b7  a point ')).toBe('• a point ')
  })
})
