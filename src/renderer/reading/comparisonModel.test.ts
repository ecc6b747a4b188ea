import { describe, expect, it } from 'vitest'
import type { PassageChange } from '#shared/contract/versions'
import { comparisonBlocks, countChanges } from './comparisonModel'

const change = (as: PassageChange['as'], label: string): PassageChange => ({
  as,
  passageKind: 'paragraph',
  ...(as === 'new' ? {} : { from: label }),
  ...(as === 'gone' ? {} : { to: label }),
  text: `Passage ${label}.`,
  citations: 0,
})
const changes = [
  change('same', '1'),
  change('same', '2'),
  change('changed', '3'),
  change('gone', '4'),
  change('new', '4'),
  change('same', '5'),
]

describe('comparisonBlocks', () => {
  it('folds passages that read the same, and leaves one alone between changes as it is', () => {
    const blocks = comparisonBlocks(changes)
    expect(blocks.map((block) => (block.type === 'same' ? block.changes.length : block.change.as))).toEqual([
      2,
      'changed',
      'gone',
      'new',
      1,
    ])
    expect(blocks.map((block) => block.type === 'same' && block.isFolded)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('names each block by itself, also where one label is gone and new', () => {
    const keys = comparisonBlocks(changes).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('countChanges', () => {
  it('counts each kind', () => {
    expect(countChanges(changes)).toEqual({ same: 3, changed: 1, moved: 0, new: 1, gone: 1 })
  })
})
