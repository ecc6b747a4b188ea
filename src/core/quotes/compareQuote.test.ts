import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TypographicRule } from '#shared/contract/quotes'
import { compareQuote } from './compareQuote'

const text =
  'The mayor said: “It isn’t the bridge—nor the harbour … that we fear.” She left at 10\u00a0o’clock, and the fine co-operative office was closed.'

/** One row for each rule: what a quotation has, what the text has. */
const table: readonly (readonly [TypographicRule, string, string])[] = [
  ['quote-marks', 'she said "no" again', 'she said «\u00a0no\u00a0» again'],
  ['quote-marks', 'he called it "a day"', 'he called it „a day“'],
  ['apostrophes', "it isn't so", 'it isn’t so'],
  ['dashes', 'the bridge - a new one - fell', 'the bridge—a new one—fell'],
  ['dashes', 'from 1990-1995 on', 'from 1990–1995 on'],
  ['ellipsis', 'well... perhaps', 'well … perhaps'],
  ['spaces', 'at 10 o’clock sharp', 'at 10\u00a0o’clock  sharp'],
  ['spaces', 'really! said she', 'really\u202f! said she'],
  ['letter-forms', 'the fine office', 'the ﬁne oﬃce'],
  ['letter-forms', '在港口,他说', '在港口，他说'],
  ['hyphenation', 'the harbour wall', 'the har-\nbour wall'],
  ['invisible', 'the harbour wall', 'the har\u00adbour wall'],
  ['first-letter', 'The office was closed', 'and the office was closed'],
  ['first-letter', '[T]he office was closed', 'and the office was closed'],
  ['end-mark', 'the office was closed,', 'the office was closed. Then'],
  ['omission', 'the office […] was closed', 'the office of the mayor was closed'],
  ['omission', 'the office ... was closed', 'the office of the mayor was closed'],
  ['insertion', '[the mayor] was there', 'she was there'],
  ['insertion', 'she [the mayor] was there', 'she was there'],
]

describe('a quotation beside its passage', () => {
  it('is identical where its words stand there, whole', () => {
    expect(compareQuote('the bridge—nor the harbour', text)).toEqual({
      outcome: 'identical',
      start: 26,
      end: 52,
    })
    expect(compareQuote('he mayor', text).outcome).not.toBe('identical')
  })

  it.each(table)('differs in setting only: %s', (rule, quotation, passage) => {
    const found = compareQuote(quotation, passage)
    expect(found).toMatchObject({ outcome: 'typographic' })
    expect(found.outcome === 'typographic' && found.differences).toContain(rule)
  })

  it('names no difference that both share', () => {
    expect(compareQuote('"It isn\'t the bridge', text)).toMatchObject({
      differences: ['quote-marks', 'apostrophes'],
    })
  })

  it('shows what was left out and put in', () => {
    expect(compareQuote('the bridge […] that [the town] fear', text)).toMatchObject({
      marked: [
        { as: 'omission', quoted: '[…]', text: '—nor the harbour …' },
        { as: 'insertion', quoted: '[the town]', text: 'we' },
      ],
    })
  })

  it('has other words where a word, a number, a letter or a capital inside differs', () => {
    const changed = compareQuote('It isn’t the tower—nor the harbour', text)
    expect(changed).toMatchObject({ outcome: 'words-changed' })
    expect(changed.outcome === 'words-changed' && changed.words.filter(({ as }) => as !== 'same')).toEqual([
      { as: 'gone', text: 'bridge' },
      { as: 'new', text: 'tower' },
    ])
    expect(compareQuote('10² of the men', '102 of the men').outcome).toBe('words-changed')
    expect(compareQuote('they said 1,500 men', 'they said 1,200 men').outcome).toBe('words-changed')
    expect(compareQuote('the Fine co-operative office', text).outcome).toBe('words-changed')
    expect(compareQuote('we resign today', 'we re-sign today').outcome).not.toBe('typographic')
    expect(compareQuote('we do […] fear it', 'we do not fear it')).toMatchObject({
      marked: [{ as: 'omission', text: 'not' }],
    })
  })

  it('does not count a difference of setting among the words that changed', () => {
    const changed = compareQuote("It isn't the tower - nor the harbour", text)
    expect(changed.outcome === 'words-changed' && changed.words.filter(({ as }) => as !== 'same')).toEqual([
      { as: 'gone', text: 'bridge' },
      { as: 'new', text: 'tower' },
    ])
  })

  it('is not found where the passage says something else', () => {
    expect(compareQuote('an entirely different thing', text)).toEqual({ outcome: 'not-found' })
    expect(compareQuote('…', text)).toEqual({ outcome: 'not-found' })
  })

  it('is identical for every run of whole words, in every script', () => {
    const word = fc.constantFrom('the', 'harbour', 'isn’t', 'قالت', 'הנמל', '港口', 'é', '🏗')
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 20 }), fc.nat(), fc.nat(), (words, a, b) => {
        const [from, to] = [a % words.length, b % words.length].sort((x, y) => x - y) as [number, number]
        const quotation = words.slice(from, to + 1).join(' ')
        if (!/[\p{L}\p{N}]/u.test(quotation)) return
        expect(compareQuote(quotation, words.join(' ')).outcome).toBe('identical')
      }),
    )
  })

  it('is never more than typographic, and never found as identical, once a word of it is replaced', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.nat(), (passage, at) => {
        const words = passage.split(' ')
        words[at % words.length] = 'xylophone'
        expect(['words-changed', 'not-found']).toContain(compareQuote(words.join(' '), passage).outcome)
      }),
    )
  })

  it('answers for any two texts, with a part of the text', () => {
    const any = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(any, any, (quotation, passage) => {
        const found = compareQuote(quotation, passage)
        if (found.outcome === 'not-found') return
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.end).toBeGreaterThan(found.start)
        expect(found.end).toBeLessThanOrEqual(passage.length)
      }),
    )
  })
})
