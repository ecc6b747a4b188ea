import { describe, expect, it } from 'vitest'
import { CuttingsError, fillSentence, isErrorCode, refusalCodes } from './errors'
import { sentences } from './sentences'

describe('errors that a person can meet', () => {
  it('say what happened in a sentence filled from their details', () => {
    const error = new CuttingsError('archive-in-use', { host: 'desk-3', pid: 41, since: '14:02' })
    expect(error.message).toContain('desk-3 (process 41) since 14:02')
    expect(error.toReport()).toEqual({
      code: 'archive-in-use',
      message: error.message,
      details: { host: 'desk-3', pid: 41, since: '14:02' },
    })
  })

  it('stay readable where a detail is missing', () => {
    expect(fillSentence('held by {host}', {})).toBe('held by ?')
  })

  it('are whole sentences without exclamation marks or blame', () => {
    for (const [code, sentence] of Object.entries(sentences)) {
      if (code === 'usage') continue
      expect(sentence, code).toMatch(/^[A-Z].*\.$/)
      expect(sentence, code).not.toMatch(/!|oops|please|invalid/i)
    }
  })

  it('name what was kept or what to do in each refusal of a file', () => {
    for (const code of refusalCodes) expect(sentences[code].split('. ').length, code).toBeGreaterThan(1)
  })

  it('know their own codes only', () => {
    expect(isErrorCode('disk-full')).toBe(true)
    expect(isErrorCode('toString')).toBe(false)
  })
})
