import { describe, expect, it } from 'vitest'
import type { Verification } from '#shared/contract/jobs'
import { answerTone, verdictOf, verdictTone } from './verdict'

const fine: Verification = {
  subject: 'pack',
  name: 'a.zip',
  checked: 31,
  problems: 0,
  unchanged: 'yes',
  complete: 'yes',
  signed: 'unsigned',
  custody: 'unbroken',
}

describe('verdictOf', () => {
  it('is good for an unsigned pack that is unchanged and complete', () => {
    expect(verdictOf(fine)).toBe('ok')
    expect(answerTone('unsigned')).toBe('unknown')
  })

  it('never calls good what has a problem of any kind', () => {
    expect(verdictOf({ ...fine, problems: 1, unchanged: 'no' })).toBe('changed')
    expect(verdictOf({ ...fine, problems: 1, complete: 'no' })).toBe('incomplete')
    expect(verdictOf({ ...fine, problems: 1, custody: 'broken' })).toBe('custody')
    expect(verdictOf({ ...fine, problems: 1 })).toBe('other')
  })

  it('is grey, neither pass nor failure, where nothing can be told', () => {
    const verdict = verdictOf({ ...fine, problems: 1, unchanged: 'cannot-tell', complete: 'cannot-tell' })
    expect([verdict, verdictTone[verdict]]).toEqual(['unknown', 'unknown'])
  })

  it('takes a pack of another program, whose custody cannot be told, for what its bytes say', () => {
    expect(verdictOf({ ...fine, custody: 'cannot-tell' })).toBe('ok')
  })
})
