import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Passage, Version } from '#shared/model/article'
import type { Citation } from '#shared/model/citation'
import { compareVersions } from './compareVersions'
import { compareWords } from './compareWords'

const id = (n: number): string => `01950000-0000-7000-8000-${String(n).padStart(12, '0')}`

const versionOf = (number: number, texts: readonly string[]): Version => ({
  id: id(number),
  articleId: id(900),
  number,
  importedAt: '2026-01-01T00:00:00.000Z',
  passages: texts.map((text, at): Passage => ({
    label: String(at + 1),
    ordinal: at + 1,
    passageKind: 'paragraph',
    text,
  })),
  sourceLines: [],
  slots: [],
  furniture: [],
})

const compare = (from: readonly string[], to: readonly string[], citations: readonly Citation[] = []) =>
  compareVersions(versionOf(1, from), versionOf(2, to), citations)

const say = (from: readonly string[], to: readonly string[]): string[] =>
  compare(from, to).changes.map(({ as, from: old, to: now }) => [as, old, now].filter(Boolean).join(' '))

const a = 'The harbour was measured twice on Monday.'
const b = 'Nobody had expected the tide to turn so early.'
const c = 'A third ship came in at night without lights.'

describe('two versions of an article', () => {
  it('say of each passage what became of it, in the order of the later one', () => {
    expect(say([a, b, c], [a, b, c])).toEqual(['same 1 1', 'same 2 2', 'same 3 3'])
    expect(say([a, b, c], [a, c])).toEqual(['same 1 1', 'gone 2', 'same 3 2'])
    expect(say([a, c], [a, b, c])).toEqual(['same 1 1', 'new 2', 'same 2 3'])
    expect(say([a, b, c], [c, a, b])).toEqual(['moved 3 1', 'same 1 2', 'same 2 3'])
    expect(say([a, b, c], [a, b.replace('early', 'late'), c])).toEqual([
      'same 1 1',
      'changed 2 2',
      'same 3 3',
    ])
    expect(say([a], [])).toEqual(['gone 1'])
    expect(say([], [a])).toEqual(['new 1'])
  })

  it('call a passage another one where most of its words are', () => {
    expect(say([a, b], [a, c])).toEqual(['same 1 1', 'new 2', 'gone 2'])
  })

  it('say how many citations stand at the earlier passage', () => {
    const citation: Citation = {
      id: id(1),
      kind: 'citation',
      articleId: id(900),
      versionId: id(1),
      passage: '2',
      literal: 'CNN',
      origin: 'printed',
    }
    const other = { ...citation, versionId: id(2) }
    const { changes } = compare([a, b], [a, b.replace('early', 'late')], [citation, other])
    expect(changes.map((change) => change.citations)).toEqual([0, 1])
  })

  it('account for every passage of both, once', () => {
    const text = fc.constantFrom(a, b, c, 'Short.', b.replace('early', 'late'), a.replace('twice', 'once'))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (from, to) => {
        const { changes } = compare(from, to)
        const labels = (side: 'from' | 'to') =>
          changes.flatMap((change) => change[side] ?? []).sort((x, y) => Number(x) - Number(y))
        expect(labels('from')).toEqual(from.map((_, at) => String(at + 1)))
        expect(changes.flatMap((change) => change.to ?? [])).toEqual(to.map((_, at) => String(at + 1)))
        expect(labels('to')).toEqual(to.map((_, at) => String(at + 1)))
      }),
    )
  })

  it('are compared in reasonable steps where there are thousands of passages', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `Passage number ${at} says its own thing ${at * 7}.`)
    const { changes } = compare(many, many.toReversed())
    expect(changes).toHaveLength(5000)
    expect(changes.filter(({ as }) => as === 'moved')).toHaveLength(4999)
  })
})

describe('two texts word by word', () => {
  it('are what went and what came between what stayed', () => {
    expect(compareWords('The harbour was measured twice.', 'The harbour was seen twice.')).toEqual([
      { as: 'same', text: 'The harbour was ' },
      { as: 'gone', text: 'measured' },
      { as: 'new', text: 'seen' },
      { as: 'same', text: ' twice.' },
    ])
  })

  it('give back both texts, whatever they are', () => {
    const text = fc.oneof(fc.lorem(), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(text, text, (from, to) => {
        const runs = compareWords(from, to)
        const without = (as: string) =>
          runs
            .filter((run) => run.as !== as)
            .map((run) => run.text)
            .join('')
        expect([without('new'), without('gone')]).toEqual([from, to])
      }),
    )
  })
})
