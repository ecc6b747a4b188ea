import { describe, expect, it } from 'vitest'
import { createTokenTable } from './tokenTable'

describe('the table of tokens', () => {
  it('gives a path for a token, and nothing for a guess', () => {
    const tokens = createTokenTable()
    const token = tokens.adopt('/home/me/a.txt', 'import')
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(tokens.resolve(token)).toBe('/home/me/a.txt')
    expect(tokens.resolve(token.slice(1))).toBeUndefined()
    expect(tokens.resolve('__proto__')).toBeUndefined()
  })

  it('says nothing of the path in the token, and gives the same path another name each time', () => {
    const tokens = createTokenTable()
    expect(tokens.adopt('/a', 'import')).not.toBe(tokens.adopt('/a', 'import'))
  })

  it('keeps purposes apart, and knows whether the core has asked', () => {
    const tokens = createTokenTable()
    const token = tokens.adopt('/out', 'destination')
    expect(tokens.find(token, 'import')).toBeUndefined()
    expect(tokens.find(token, 'destination')).toMatchObject({ resolved: false })
    tokens.resolve(token)
    expect(tokens.find(token, 'destination')).toMatchObject({ resolved: true, path: '/out' })
  })

  it('forgets all of them with the archive', () => {
    const tokens = createTokenTable()
    const token = tokens.adopt('/a', 'import')
    tokens.clear()
    expect(tokens.resolve(token)).toBeUndefined()
  })
})
