import { describe, expect, it } from 'vitest'
import { bearerOf, declaresTooMuch, isNotForeignOrigin, isOurHost, isOurOrigin, isToken } from './guards'

const ours = '127.0.0.1:4711'

describe('the guards of the loopback server', () => {
  it.each([
    'localhost:4711',
    '127.0.0.1',
    '127.0.0.1:4712',
    'evil.example:4711',
    '127.0.0.1:4711.evil.example',
    '',
  ])('takes no other host for ours: %s', (host) => {
    expect(isOurHost({ host: [host] }, ours)).toBe(false)
  })

  it('knows its own host', () => {
    expect(isOurHost({ host: [ours] }, ours)).toBe(true)
    expect(isOurHost({}, ours)).toBe(false)
  })

  it('takes nobody for ours who says two things', () => {
    expect(isOurHost({ host: [ours, 'evil.example'] }, ours)).toBe(false)
    expect(isNotForeignOrigin({ origin: [`http://${ours}`, 'http://evil.example'] }, ours)).toBe(false)
  })

  it.each([
    'null',
    'https://127.0.0.1:4711',
    'http://127.0.0.1:4711.evil.example',
    'http://localhost:4711',
    'file://',
  ])('takes no other origin for ours: %s', (origin) => {
    expect(isOurOrigin({ origin: [origin] }, ours)).toBe(false)
    expect(isNotForeignOrigin({ origin: [origin] }, ours)).toBe(false)
  })

  it('asks for an origin where one must be given, and lets an address bar pass', () => {
    expect(isOurOrigin({ origin: [`http://${ours}`] }, ours)).toBe(true)
    expect(isOurOrigin({}, ours)).toBe(false)
    expect(isNotForeignOrigin({}, ours)).toBe(true)
  })

  it('knows the token, and nothing that is like it', () => {
    expect(isToken('abcdef', 'abcdef')).toBe(true)
    for (const other of ['abcdeg', 'abcde', 'abcdeff', 'ABCDEF', '', undefined])
      expect(isToken(other, 'abcdef')).toBe(false)
  })

  it('reads a bearer token and no other form', () => {
    expect(bearerOf({ authorization: 'Bearer a-b_1' })).toBe('a-b_1')
    for (const authorization of ['bearer a', 'Basic a', 'Bearer', 'Bearer a b', `Bearer ${'a'.repeat(101)}`])
      expect(bearerOf({ authorization })).toBeUndefined()
  })

  it('refuses a length before the body comes', () => {
    expect(declaresTooMuch({ 'content-length': '11' }, 10)).toBe(true)
    expect(declaresTooMuch({ 'content-length': '10' }, 10)).toBe(false)
    expect(declaresTooMuch({}, 10)).toBe(false)
  })
})
