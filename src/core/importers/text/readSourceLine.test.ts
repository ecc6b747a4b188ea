import { describe, expect, it } from 'vitest'
import { readSourceLine } from './readSourceLine'

const names = (line: string): readonly string[] | undefined =>
  readSourceLine(line)?.cites.map((cite) => cite.name)
const literals = (line: string): readonly string[] | undefined =>
  readSourceLine(line)?.cites.map((cite) => cite.literal)

describe('a source line', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Source: CNN', ['CNN']],
    ['Source: CNN, CNN', ['CNN', 'CNN']],
    ['SOURCE: The Intercept, Reuters', ['The Intercept', 'Reuters']],
    ['Sources: AP; dpa and AFP', ['AP', 'dpa', 'AFP']],
    ['Source: Reuters/AP', ['Reuters', 'AP']],
    ['Source: Reuters, BBC, and The Guardian', ['Reuters', 'BBC', 'The Guardian']],
    ['(Source: Reuters)', ['Reuters']],
    ['(AP)', ['AP']],
    ['[Reuters]', ['Reuters']],
    ['Via Reuters', ['Reuters']],
    ['via: The Evening Herald', ['The Evening Herald']],
    ['Quelle: dpa', ['dpa']],
    ['Quellen : AFP und Reuters', ['AFP', 'Reuters']],
    ['Fuente: EFE y Reuters', ['EFE', 'Reuters']],
    ['Source : Le Monde et AFP', ['Le Monde', 'AFP']],
    ['来源：新华社', ['新华社']],
    ['المصدر: رويترز، الجزيرة', ['رويترز', 'الجزيرة']],
    ['Source: Human Rights Watch.', ['Human Rights Watch']],
    ['Source: Acme Inc.', ['Acme Inc.']],
    ['Source: https://www.example.org/a,b;c', ['https://www.example.org/a,b;c']],
  ]
  for (const [line, expected] of lists)
    it(`names its sources in printed order: ${line}`, () => expect(literals(line)).toEqual(expected))

  it('keeps the words as printed beside the full name of a well-known agency', () => {
    expect(readSourceLine('Source: AP')?.cites).toEqual([
      { literal: 'AP', name: 'Associated Press', sourceKind: 'agency' },
    ])
    expect(names('Source: https://www.example.org/a')).toEqual(['example.org'])
  })

  const doubtful = [
    'Source: Smith, Jones & Co., Inc.',
    'Source: Marks and Spencer',
    'Source: The New York Times, March 3, 2019',
    'Source: officials, citing a report',
    'Source: Jane Doe/John Roe',
  ]
  for (const line of doubtful)
    it(`says so where it is not sure what one name is: ${line}`, () => {
      expect(readSourceLine(line)?.cites).toHaveLength(1)
      expect(readSourceLine(line)?.doubt).toMatch(/\.$/)
    })

  const others = [
    'The source: a man who was there',
    'Sources say that it rained.',
    'via the old road to the north',
    'Via dei Mille was closed for two days.',
    '(continued)',
    'Sources',
    `Source: ${'a very long story '.repeat(30)}`,
  ]
  for (const line of others)
    it(`is not seen in: ${line.slice(0, 40)}`, () => expect(readSourceLine(line)).toBeUndefined())
})
