import { describe, expect, it } from 'vitest'
import { archiveContract } from '#shared/contract/archive'
import { hostContract } from '#shared/contract/host'
import { checkInput } from './checkInput'

const reasonOf = (input: unknown): unknown => {
  try {
    checkInput(hostContract.copy, input)
    return undefined
  } catch (error) {
    return (error as { details: { reason: unknown } }).details.reason
  }
}

describe('the input of an operation', () => {
  it('is left to the contract where there is nothing strange about it', () => {
    expect(reasonOf({ text: 'A bridge\n\tof \u202eletters', html: '<p>A bridge' })).toBeUndefined()
    expect(reasonOf(undefined)).toBeUndefined()
    expect(() => checkInput(archiveContract.library.describe, {})).not.toThrow()
  })

  it.each([
    ['an argument that there is not', { text: 'a', path: '/etc/passwd' }, 'path: the operation has no such'],
    ['a prototype', JSON.parse('{"text":"a","__proto__":{"admin":true}}'), 'has a member __proto__'],
    ['a prototype deep inside', { text: JSON.parse('[{"__proto__":1}]') as unknown }, 'member __proto__'],
    ['NUL in a text', { text: 'a\0b' }, 'has a character NUL'],
    ['NUL in a name', { text: 'a', 'b\0': 1 }, 'has a character NUL'],
    ['a text without end', { text: 'x'.repeat(2_000_001) }, 'more than 2000000 characters'],
    ['a list without end', { text: new Array<number>(100_001).fill(0) }, 'more than 100000 members'],
    ['values inside each other', JSON.parse('['.repeat(40) + ']'.repeat(40)), 'deeper than 32 levels'],
  ])('is refused with %s', (_what, input, reason) => {
    expect(reasonOf(input)).toContain(reason)
  })
})
