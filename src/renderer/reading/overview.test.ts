import { describe, expect, it } from 'vitest'
import { countSupport, createOverview } from './overview'

const paragraphs = (letters: string) =>
  [...letters].map((letter, at) => ({
    label: String(at + 1),
    basis: letter === 'p' ? ('printed' as const) : letter === 'i' ? ('inferred' as const) : ('none' as const),
  }))

describe('createOverview', () => {
  it('draws each paragraph while there are few', () => {
    expect(createOverview(paragraphs('npi')).map((one) => one.basis)).toEqual(['none', 'printed', 'inferred'])
  })

  it('merges a long article to at most sixty pieces that leave none out', () => {
    const segments = createOverview(paragraphs('nnpi'.repeat(1000)))
    expect(segments.length).toBeLessThanOrEqual(60)
    expect([segments[0]?.from, segments.at(-1)?.to]).toEqual(['1', '4000'])
  })

  it('says of a merged piece what most of it rests on, and of equals the weaker', () => {
    expect(createOverview(paragraphs('ppn'), 1)[0]?.basis).toBe('printed')
    expect(createOverview(paragraphs('pn'), 1)[0]?.basis).toBe('none')
  })
})

describe('countSupport', () => {
  it('reads the letters of a row', () => {
    expect(countSupport('ppin')).toEqual({ printed: 2, inferred: 1, none: 1 })
  })
})
