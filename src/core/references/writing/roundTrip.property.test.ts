import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryItem } from './fixtures/arbitraryItem'
import { readItems } from './fixtures/readItems'
import { writtenFormats } from './formats'
import { lostFields } from './lostFields'

describe('export, then import, is the identity', () => {
  it.each(['bibtex', 'biblatex', 'csl-json'] as const)('over all of CSL in %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(arbitraryItem, async (item) => {
        expect(await lostFields(item, format)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each(['bibtex', 'biblatex', 'csl-json', 'ris'] as const)(
    'of what came back once, in %s, of several items at once',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(fc.array(arbitraryItem, { minLength: 1, maxLength: 3 }), async (items) => {
          const once = await readItems(format, writtenFormats[format].write(items))
          expect(once.length).toBe(items.length)
          expect(await readItems(format, writtenFormats[format].write(once))).toEqual(once)
        }),
        { numRuns: 150 },
      )
    },
  )
})
