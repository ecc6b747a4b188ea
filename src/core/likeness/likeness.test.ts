import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey } from './addressKey'
import { bandsOf, likenessOf, signatureFrom, signatureOf, signatureText } from './minHash'
import { shinglesOf } from './shingles'

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(' ')
const signature = (...texts: string[]): Uint32Array => {
  const made = signatureOf(shinglesOf(texts))
  if (!made) throw new Error('no shingles')
  return made
}
const jaccard = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  const common = [...a].filter((one) => b.has(one)).length
  return common / (a.size + b.size - common)
}

describe('the likeness of texts', () => {
  it('is that of their wording, whatever their case and paragraphs', () => {
    const text = words(0, 300)
    expect(likenessOf(signature(text), signature(text.toUpperCase()))).toBe(1)
    expect(likenessOf(signature(words(0, 150), words(150, 300)), signature(text))).toBe(1)
    expect(likenessOf(signature(text), signature(words(1000, 1300)))).toBeLessThan(0.1)
  })

  it('estimates the share of wording in common', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 390 }), (shift) => {
        const [a, b] = [shinglesOf([words(0, 400)]), shinglesOf([words(shift, shift + 400)])]
        const estimate = likenessOf(signatureOf(a) ?? new Uint32Array(), signatureOf(b) ?? new Uint32Array())
        // Four standard errors of 64 draws.
        expect(Math.abs(estimate - jaccard(a, b))).toBeLessThan(0.25)
      }),
    )
  })

  it('leads from one to the other by a common band where most is in common', () => {
    const [a, b] = [words(0, 400), words(20, 420)].map((text) => new Set(bandsOf(signature(text))))
    expect([...(a ?? [])].some((band) => b?.has(band))).toBe(true)
  })

  it('is told of scripts without spaces by their characters', () => {
    const text = '新しい港が開いた。船は朝に着き、夜に出る。人々は橋の上で待っていた。'
    expect(shinglesOf([text]).size).toBeGreaterThan(20)
    expect(likenessOf(signature(text), signature(text.replace('朝', '昼')))).toBeGreaterThan(0.5)
  })

  it('has no signature for what has no words, and keeps one as text', () => {
    expect(signatureOf(shinglesOf(['… — !']))).toBeUndefined()
    const one = signature('a short text')
    expect(signatureFrom(signatureText(one))).toEqual(one)
  })
})

describe('the key of an address', () => {
  const same = [
    'https://www.example.org/news/a?utm_source=x&id=3#top',
    'http://example.org/news/a/?id=3',
    'https://m.example.org/news/a?id=3&fbclid=abc',
  ]
  it('is the same for ways to the same page', () => {
    expect(new Set(same.map(addressKey))).toEqual(new Set(['example.org/news/a?id=3']))
  })

  it('is another for another page, and none for a front page or what is no web address', () => {
    expect(addressKey('https://example.org/news/b?id=3')).not.toBe(addressKey(same[0] ?? ''))
    for (const url of ['https://example.org/', 'https://example.org', 'mailto:a@example.org', 'nonsense'])
      expect(addressKey(url)).toBeUndefined()
  })
})
