import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemKey, slugOf } from './itemKey'
import { sampleId } from './fixtures/samplePack'

describe('itemKey', () => {
  it('is a slug and the first 8 digits of the SHA-256 of the id', () => {
    expect(itemKey('Ærøskøbing: Café & Hafen', sampleId(1), 'article')).toBe('r-sk-bing-cafe-hafen-a51b3372')
  })

  it('keeps items apart that have one title, or none in ASCII', () => {
    expect(itemKey('خبر', sampleId(1), 'article')).toBe('article-a51b3372')
    expect(itemKey('خبر', sampleId(2), 'article')).not.toBe(itemKey('خبر', sampleId(1), 'article'))
  })

  it('is a safe file name on every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(slugOf(title, 'x')).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?$/)
      }),
    )
  })
})
