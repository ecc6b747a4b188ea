import { describe, expect, it } from 'vitest'
import { toUnits } from './toUnits'

const paragraphs = (text: string): readonly string[] => toUnits(() => [text]).units.map((unit) => unit.text)

const wrapped = `The ferry runs at six in the morning and once more at six in the
evening, and between the two nothing moves on the water but birds
and, on a clear day, the shadow of the bridge.`
const joined = wrapped.replaceAll('\n', ' ')

describe('toUnits', () => {
  for (const [name, end] of Object.entries({ LF: '\n', CRLF: '\r\n', CR: '\r', NEL: '\u0085', LS: '\u2028' }))
    it(`parts paragraphs at blank lines that end in ${name}`, () => {
      expect(paragraphs(`One.${end}${end}Two.${end}\u00a0\t${end}Three.${end}`)).toEqual([
        'One.',
        'Two.',
        'Three.',
      ])
    })

  it('takes each line for a paragraph where nothing is wrapped', () => {
    expect(paragraphs('One.\nTwo is longer.\nThree.\nFour.')).toHaveLength(4)
  })

  it('parts paragraphs at paragraph separators and form feeds', () => {
    expect(paragraphs('One.\u2029Two.\fThree.')).toEqual(['One.', 'Two.', 'Three.'])
  })

  it('joins lines that were wrapped', () => {
    expect(paragraphs(`${wrapped}\n\n${wrapped}`)).toEqual([joined, joined])
  })

  it('takes a short line for the end of a paragraph where there are no blank lines, and says that it guessed', () => {
    expect(paragraphs(`${wrapped}\n${wrapped}`)).toEqual([joined, joined])
    expect(toUnits(() => [`${wrapped}\n${wrapped}`]).guessed).toBe(true)
  })

  it('never joins a source line to the text above it', () => {
    expect(paragraphs(`${wrapped}\nSource: CNN\n\n${wrapped}`)).toEqual([joined, 'Source: CNN', joined])
  })

  it('does not care where the chunks of a text are cut', () => {
    const text = `One.\r\n\r\nTwo.\r\n${wrapped}\r\n`
    expect(toUnits(() => [...text]).units).toEqual(toUnits(() => [text]).units)
  })
})
