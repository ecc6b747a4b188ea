import { describe, expect, it } from 'vitest'
import { symbolCharacter, symbolText } from './symbolFont'

describe('a sign of a symbol font', () => {
  it('is the character that it shows, as it is written and in the area for private use', () => {
    expect(symbolText('Symbol', 'abg \uf044')).toBe('αβγ Δ')
    expect([0xb7, 0xde, 0xae, 0xf0fe].map((code) => symbolCharacter('Symbol', code))).toEqual([
      '•',
      '⇒',
      '→',
      '⎭',
    ])
    expect(symbolCharacter('Wingdings', 0xf0fc)).toBe('✓')
  })

  it('is said to be unknown where it has no character', () => {
    expect(symbolCharacter('Wingdings', 0xf021)).toBe('\ufffd')
    expect(symbolCharacter('Symbol', 0x7f)).toBe('\ufffd')
  })
})
