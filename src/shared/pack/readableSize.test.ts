import { describe, expect, it } from 'vitest'
import { exactSize, readableSize } from './readableSize'

describe('a size to read', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [9_949, '9.9 kB'],
    [9_951, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_234_567, '1.2 MB'],
    [20_000_000_000, '20 GB'],
    [7_000_000_000_000_000, '7000 TB'],
  ])('of %d is %s', (bytes, words) => {
    expect(readableSize(bytes)).toBe(words)
  })

  it('has the exact number beside it', () => {
    expect([1, 999, 1000, 1_234_567].map(exactSize)).toEqual([
      '1 byte',
      '999 bytes',
      '1,000 bytes',
      '1,234,567 bytes',
    ])
  })
})
