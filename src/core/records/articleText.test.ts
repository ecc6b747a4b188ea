import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Version } from '#shared/model/article'
import { articleText, textLines } from './articleText'
import { sampleId } from '../exporters/pack/fixtures/samplePack'

const versionOf = (texts: readonly string[]): Version => ({
  id: sampleId(2),
  articleId: sampleId(1),
  number: 1,
  importedAt: '2026-11-20T10:00:00.000Z',
  passages: texts.map((text, index) => ({
    label: String(index + 1),
    ordinal: index + 1,
    passageKind: 'paragraph' as const,
    text,
  })),
  sourceLines: [],
  slots: [],
  furniture: [],
})

describe('article.txt', () => {
  it('has one passage per line, a break inside a passage being one space', () => {
    expect(articleText(versionOf(['one\ntwo\u2028three', 'four']))).toBe('one two three\nfour\n')
  })

  it('is in the order of the ordinals, whatever the order in the record', () => {
    const version = versionOf(['one', 'two'])
    expect(articleText({ ...version, passages: [...version.passages].reverse() })).toBe('one\ntwo\n')
  })

  it('is what its offsets point into, counted in code points', () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1 })
    fc.assert(
      fc.property(texts, (all) => {
        const version = versionOf(all)
        const characters = Array.from(articleText(version))
        for (const line of textLines(version))
          expect(characters.slice(line.start, line.end).join('')).toBe(line.text)
      }),
    )
  })
})
