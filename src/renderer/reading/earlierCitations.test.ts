import { describe, expect, it } from 'vitest'
import type { PassageChange } from '#shared/contract/versions'
import { createTwoVersions } from '../testing/fakeVersions'
import { citedEarlier, earlierCitations } from './earlierCitations'

const view = createTwoVersions(1)
const [first, second] = view.article.versions
const change = (as: PassageChange['as'], from: string, to?: string): PassageChange => ({
  as,
  passageKind: 'paragraph',
  from,
  ...(to ? { to } : {}),
  text: '',
  citations: 0,
})
const comparison = { from: 1, to: 2, changes: [change('changed', '3', '3'), change('gone', '6')] }

describe('earlierCitations', () => {
  it('says of each what became of the words that it was made on', () => {
    if (!second) throw new TypeError('the fake article has two versions')
    expect(citedEarlier(view, second)).toEqual([1])
    const found = earlierCitations(view, second, new Map([[1, comparison]]))
    expect(found.map(({ name, version, passage, fate, now }) => [name, version, passage, fate, now])).toEqual(
      [
        ['Harbour Office', 1, '3', 'changed', '3'],
        ['Example Press', 1, '6', 'gone', undefined],
        ['Example Press', 1, '6', 'gone', undefined],
        ['Harbour Courier', 1, '8', 'not-known', undefined],
        ['Example Press', 1, '8', 'not-known', undefined],
      ],
    )
  })

  it('names none where the first version is shown', () => {
    if (!first) throw new TypeError('the fake article has two versions')
    expect([citedEarlier(view, first), earlierCitations(view, first, new Map())]).toEqual([[], []])
  })
})
