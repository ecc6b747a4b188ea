import { describe, expect, it } from 'vitest'
import { errorToReport } from './errorToReport'

describe('errorToReport', () => {
  it('keeps the code and fills the sentence of an error of the closed list', () => {
    const report = errorToReport({ code: 'not-found', data: { what: 'article' } })
    expect(report.message).toBe('There is no article with this id in the archive.')
  })

  it('shows nothing of the words of an unexpected error', () => {
    const report = errorToReport(new Error('/home/somebody/secret'))
    expect(report.code).toBe('internal')
    expect(report.message).not.toContain('secret')
  })
})
