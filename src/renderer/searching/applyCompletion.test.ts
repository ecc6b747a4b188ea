import { expect, it } from 'vitest'
import { applyCompletion } from './applyCompletion'

it('puts a field in the place of its beginning, the cursor right after the colon', () => {
  expect(applyCompletion('𝐚 sou quay', { from: 2, to: 5 }, { text: 'source:', kind: 'field' })).toEqual({
    text: '𝐚 source: quay',
    cursor: 9,
  })
})

it('lets a value be followed by one space', () => {
  const value = { text: 'source:"Associated Press"', kind: 'value' } as const
  expect(applyCompletion('source:as', { from: 0, to: 9 }, value).text).toBe('source:"Associated Press" ')
  expect(applyCompletion('source:as quay', { from: 0, to: 9 }, value).text).toBe(
    'source:"Associated Press" quay',
  )
})
