import { describe, expect, it } from 'vitest'
import { jsonHead } from './jsonHead'
import { refuseDeepJson } from './readJsonItems'

const namesIn = (text: string): unknown => {
  const head = jsonHead(Buffer.from(text))
  return head && Object.fromEntries(head)
}

describe('jsonHead', () => {
  it('knows the names of the first object, with the texts of one level further in', () => {
    expect(
      namesIn(
        '\ufeff[ {"URI": "a", "n": {"Name": "b", "deep": {"no": "x"}}, "l": [{"no": "c"}], "t": 1}, {"no": 1}]',
      ),
    ).toEqual({
      uri: 'a',
      n: undefined,
      'n.name': 'b',
      l: undefined,
      t: undefined,
    })
  })

  it('takes brackets and escapes in texts for what they are', () => {
    expect(namesIn('{"a": "}]\\"{[", "b\\u0063": "\\n"}')).toEqual({ a: '}]"{[', bc: '\n' })
  })

  it('knows what is there of a text that is cut off', () => {
    for (let length = 20; length < 40; length += 1)
      expect(namesIn(`{"uri": "a", "body": "${'x'.repeat(40)}`.slice(0, length))).toMatchObject({ uri: 'a' })
  })

  it('is undefined for what does not begin as an object', () => {
    for (const text of ['', '[]', '"a"', '[1, {"a": 1}]', 'a {"b": 1}', '\u0000{"a": 1}'])
      expect(namesIn(text)).toBeUndefined()
  })
})

describe('refuseDeepJson', () => {
  it('counts levels and not brackets in texts', () => {
    expect(() => refuseDeepJson(`"${'['.repeat(1000)}\\"${'{'.repeat(1000)}"`)).not.toThrow()
    expect(() => refuseDeepJson('[]'.repeat(1000))).not.toThrow()
    expect(() => refuseDeepJson('['.repeat(512))).not.toThrow()
    expect(() => refuseDeepJson('[{'.repeat(257))).toThrow(/512 levels/)
  })
})
