import { describe, expect, it } from 'vitest'
import { addressParts, otherHostInWords } from './addressParts'

describe('an address', () => {
  it('leads to its true host, whatever stands before it', () => {
    expect(addressParts('https://bank.example@evil.example/login')).toEqual({
      host: 'evil.example',
      isForeign: false,
      hasUser: true,
      isWeb: true,
    })
  })

  it('shows foreign letters as they go over the wire', () => {
    expect(addressParts('https://еxample.org/')).toMatchObject({
      host: 'xn--xample-2of.org',
      isForeign: true,
    })
  })

  it('may name no host', () => {
    expect(addressParts('mailto:desk@example.org')).toMatchObject({ scheme: 'mailto', isWeb: false })
    expect(addressParts('/local/page')).toEqual({ isForeign: false, hasUser: false, isWeb: false })
  })

  it('is told apart from the host that its words name', () => {
    expect(otherHostInWords('www.example.org', 'https://example.org/a')).toBeUndefined()
    expect(otherHostInWords('example.org', 'https://evil.example/')).toBe('example.org')
    expect(otherHostInWords('the report', 'https://evil.example/')).toBeUndefined()
  })
})
