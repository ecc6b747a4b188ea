import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintWordList } from './fingerprintWordList'
import { compareHeardWords, fingerprintWords } from './fingerprintWords'

const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''))

/** Whether one letter changed, added or left out makes the one word of the other. */
const isNear = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1)
}

describe('the list of words', () => {
  it('has 2048 words of three to nine letters, sorted, each once', () => {
    expect(fingerprintWordList).toHaveLength(2048)
    expect([...new Set(fingerprintWordList)].sort()).toEqual(fingerprintWordList)
    for (const word of fingerprintWordList) expect(word).toMatch(/^[a-z]{3,9}$/)
  })

  it('has no two words that one letter tells apart', () => {
    const near = fingerprintWordList.flatMap((word, at) =>
      fingerprintWordList
        .slice(at + 1)
        .filter((other) => isNear(word, other))
        .map((other) => [word, other]),
    )
    expect(near).toEqual([])
    // Negative control: such a pair is seen.
    expect(['lamp', 'lump'].every((word) => isNear(word, 'lamp'))).toBe(true)
  })
})

describe('the words of a fingerprint', () => {
  it('are these for ever: whoever changes them makes every pack that was told before a stranger', () => {
    expect(fingerprintWords('00'.repeat(32))).toEqual(
      Array.from({ length: 12 }, () => fingerprintWordList[0]),
    )
    expect(fingerprintWords('ff'.repeat(32)).slice(0, 11)).toEqual(
      Array.from({ length: 11 }, () => fingerprintWordList[2047]),
    )
    expect(
      fingerprintWords('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad').join(' '),
    ).toMatchInlineSnapshot(
      `"rainbow resist plywood broom bread verse alert cellar support turbine locket drama"`,
    )
  })

  it('tell two digests apart that differ in the first 128 bits', () => {
    fc.assert(
      fc.property(digest, fc.nat(127), (sha256, bit) => {
        const at = bit >> 2
        const flipped = (Number.parseInt(sha256[at] ?? '0', 16) ^ (1 << (bit & 3))).toString(16)
        const other = sha256.slice(0, at) + flipped + sha256.slice(at + 1)
        expect(fingerprintWords(other)).not.toEqual(fingerprintWords(sha256))
      }),
    )
  })

  it('are the same when heard in capitals, with numbers and commas between', () => {
    fc.assert(
      fc.property(digest, (sha256) => {
        const said = fingerprintWords(sha256)
          .map((word, at) => `${at + 1}. ${word.toUpperCase()}`)
          .join(', ')
        expect(compareHeardWords(said, sha256)).toEqual({ state: 'same' })
      }),
    )
  })

  it('show a word that is on no list, a word left out, and most slips by the check', () => {
    const sha256 = 'ab'.repeat(32)
    const words = [...fingerprintWords(sha256)]
    expect(compareHeardWords(words.with(3, 'qwerty').join(' '), sha256)).toEqual({
      state: 'misheard',
      words: ['qwerty'],
    })
    expect(compareHeardWords(words.slice(1).join(' '), sha256)).toEqual({ state: 'misheard', words: [] })
    const slips = fingerprintWordList.map(
      (word) => compareHeardWords(words.with(5, word).join(' '), sha256).state,
    )
    expect(slips.filter((state) => state === 'same')).toHaveLength(1)
    expect(slips.filter((state) => state === 'misheard')).toHaveLength(2048 - 128)
    expect(compareHeardWords(fingerprintWords('cd'.repeat(32)).join(' '), sha256)).toEqual({ state: 'other' })
  })
})
