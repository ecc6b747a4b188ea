import { beforeEach, describe, expect, it } from 'vitest'
import { takeToken } from './takeToken'

const place = (hash: string): Location =>
  ({ hash, pathname: '/articles/1', search: '?q=x' }) as unknown as Location

const history = () => {
  const replaced: unknown[] = []
  const fake = { state: { kept: true }, replaceState: (...all: unknown[]) => void replaced.push(all) }
  return { fake: fake as unknown as History, replaced }
}

describe('the token of the server', () => {
  beforeEach(() => sessionStorage.clear())

  it('is taken out of the address and kept for this tab', () => {
    const { fake, replaced } = history()
    expect(takeToken(place('#token=abc'), fake, sessionStorage)).toBe('abc')
    expect(replaced).toEqual([[{ kept: true }, '', '/articles/1?q=x']])
    expect(takeToken(place(''), fake, sessionStorage)).toBe('abc')
  })

  it('is undefined in a tab that never had one', () => {
    const { fake, replaced } = history()
    expect(takeToken(place('#other=1'), fake, sessionStorage)).toBeUndefined()
    expect(replaced).toEqual([])
  })
})
