import { describe, expect, it } from 'vitest'
import { matchWords } from './matchWords'

describe('matchWords', () => {
  it('finds each word anywhere in the title, in any case and without accents', () => {
    expect(matchWords('Verify this archive…', 'arch VER')).toEqual([
      [12, 16],
      [0, 3],
    ])
    expect(matchWords('Überblick', 'uber')).toEqual([[0, 4]])
  })

  it('fits everything where nothing is typed, and nothing where one word is missing', () => {
    expect(matchWords('Import…', ' ')).toEqual([])
    expect(matchWords('Import…', 'import pack')).toBeUndefined()
  })
})
