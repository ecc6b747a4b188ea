import { describe, expect, it } from 'vitest'
import { displayName, fileNameOf } from './displayName'

describe('displayName', () => {
  it('shows bidirectional and control characters instead of obeying them', () => {
    expect(displayName('photo\u202Egpj.exe')).toBe('photo<U+202E>gpj.exe')
    expect(displayName('a\nb\u0000.txt')).toBe('a<U+000A>b<U+0000>.txt')
    expect(displayName('zero\u200Bwidth')).toBe('zero<U+200B>width')
  })

  it('leaves names in any script as they are', () => {
    expect(displayName('تقرير.txt')).toBe('تقرير.txt')
    expect(fileNameOf('e\u0301.txt')).toEqual({ raw: 'e\u0301.txt', display: 'é.txt' })
  })
})
