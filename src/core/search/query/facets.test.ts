import { describe, expect, it } from 'vitest'
import type { Id } from '#shared/model/scalars'
import { createNarrowing } from './facets'

const documents = [
  { id: '1' as Id, kind: 'article' as const, language: 'en', flags: [] },
  { id: '2' as Id, kind: 'article' as const, language: 'de-AT', flags: [] },
  { id: '3' as Id, kind: 'photo' as const, language: 'en', flags: [] },
  { id: '4' as Id, kind: 'photo' as const, flags: [] },
]
const narrowed = (filter: Parameters<typeof createNarrowing>[0]) => {
  const narrowing = createNarrowing(filter)
  return { shown: documents.filter(narrowing.accepts).map(({ id }) => id), ...narrowing.facets() }
}

describe('createNarrowing', () => {
  it('counts what matches by kind and language', () => {
    expect(narrowed({})).toEqual({
      shown: ['1', '2', '3', '4'],
      kinds: [
        { kind: 'article', count: 2 },
        { kind: 'photo', count: 2 },
      ],
      languages: [
        { language: 'en', count: 2 },
        { language: 'de-AT', count: 1 },
      ],
    })
  })

  it('counts kinds in the chosen languages and languages in the chosen kinds', () => {
    expect(narrowed({ kinds: ['article'], languages: ['de'] })).toEqual({
      shown: ['2'],
      kinds: [{ kind: 'article', count: 1 }],
      languages: [
        { language: 'de-AT', count: 1 },
        { language: 'en', count: 1 },
      ],
    })
  })
})
