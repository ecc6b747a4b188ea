import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { passageTarget } from '#shared/model/selector'
import { articleText } from '../records/articleText'
import { createSelector } from './createSelector'
import { versionOf } from './fixtures/versionOf'

const harbour = versionOf(1, ['The harbour was measured on Monday.', 'Nobody expected the tide.'])

const select = (from: readonly [string, number], to: readonly [string, number], version = harbour) =>
  createSelector(version, {
    from: { passage: from[0], offset: from[1] },
    to: { passage: to[0], offset: to[1] },
  })

describe('a selection', () => {
  it('becomes a quote and a position in article.txt, with what stands around it', () => {
    const target = select(['1', 4], ['1', 11])
    expect(passageTarget.parse(target)).toEqual(target)
    expect(target.passage).toBe('1')
    expect(target.selector).toMatchObject({
      exact: 'harbour',
      prefix: 'The ',
      suffix: ' was measured on Monday.\nNobody ',
      start: 4,
      end: 11,
    })
  })

  it('may go over several passages', () => {
    expect(select(['1', 28], ['2', 6]).selector).toMatchObject({
      exact: 'Monday.\nNobody',
      start: 28,
      end: 42,
    })
  })

  it('leaves out the blanks at its ends', () => {
    expect(select(['1', 3], ['1', 12]).selector?.exact).toBe('harbour')
  })

  it('cuts no character: not a letter from its marks, not an emoji, not a flag', () => {
    const version = versionOf(1, ['นี้ e\u0323\u0302 👩‍👩‍👧 🇺🇦.'])
    const points = Array.from('นี้ e\u0323\u0302 👩‍👩‍👧 🇺🇦.'.normalize('NFC'))
    for (let at = 0; at < points.length - 1; at += 1) {
      const exact = (() => {
        try {
          return select(['1', at], ['1', at + 1], version).selector?.exact ?? ''
        } catch {
          return undefined
        }
      })()
      if (exact === undefined) expect(points[at]).toBe(' ')
      else expect(['นี้', 'ệ', '👩‍👩‍👧', '🇺🇦', '.']).toContain(exact.normalize('NFC'))
    }
  })

  it('is refused where it holds no words or goes past its passage', () => {
    expect(() => select(['1', 3], ['1', 4])).toThrow(CuttingsError)
    expect(() => select(['1', 3], ['1', 99])).toThrow('shorter')
    expect(() => select(['9', 0], ['1', 4])).toThrow('passage')
  })

  it('points at its words in every text, right to left and beyond the first plane included', () => {
    const text = fc.array(
      fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'ق', 'ל', '報', '🏗', '\u0301', '\n'), minLength: 1 }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (texts, from, to) => {
        const version = versionOf(1, texts)
        const last = version.passages.at(-1)?.text ?? ''
        const place = (n: number, of: string) => n % (Array.from(of.normalize('NFC')).length + 1)
        try {
          const target = select(
            ['1', place(from, texts[0] ?? '')],
            [String(texts.length), place(to, last)],
            version,
          )
          const { selector } = target
          const characters = Array.from(articleText(version))
          expect(characters.slice(selector?.start, selector?.end).join('')).toBe(selector?.exact)
          expect(characters.slice(0, selector?.start).slice(-32).join('')).toBe(selector?.prefix)
          expect(characters.slice(selector?.end).slice(0, 32).join('')).toBe(selector?.suffix)
        } catch (error) {
          expect(error).toBeInstanceOf(CuttingsError)
        }
      }),
    )
  })
})
