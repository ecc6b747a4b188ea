import { describe, expect, it } from 'vitest'
import { extensionOf } from '../exporters/pack/originalNames'
import { importers } from './registry'

describe('the importers', () => {
  it('have ids of their own, in the form in which the parser process may answer them', () => {
    const ids = importers.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/)
  })

  for (const { id, mediaType, extensions } of importers) {
    it(`give their originals a name in a pack that opens with what wrote them (${id})`, () => {
      expect(extensions).toContain(extensionOf(mediaType))
    })
  }
})
