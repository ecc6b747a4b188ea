import { describe, expect, it } from 'vitest'
import type { ReferenceFormat } from '#shared/contract/references'
import { cslTypeNames } from '#shared/csl/cslTypes'
import { readItems } from './fixtures/readItems'
import { realisticBibtex, realisticRis } from './fixtures/realisticFiles'
import { writtenFormats } from './formats'

const again = async (format: ReferenceFormat, items: Awaited<ReturnType<typeof readItems>>) =>
  readItems(format, writtenFormats[format].write(items))

describe('records as other programs write them', () => {
  it('are 200 entries of BibTeX and 200 records of RIS, of every type that the formats have', async () => {
    const [bib, ris] = [await readItems('bibtex', realisticBibtex()), await readItems('ris', realisticRis())]
    expect([bib.length, ris.length]).toEqual([200, 200])
    const types = new Set([...bib, ...ris].map(({ type }) => type))
    // What neither format has a type for cannot come from a file of theirs.
    expect(cslTypeNames.filter((type) => !types.has(type)).join(' ')).toBe(
      'article collection entry event post regulation review-book treaty',
    )
  })

  it.each(['bibtex', 'biblatex', 'csl-json'] as const)(
    'lose no field on their way through %s',
    async (format) => {
      const items = await readItems('bibtex', realisticBibtex())
      expect(await again(format, items)).toEqual(items)
    },
  )

  it.each(['ris', 'csl-json'] as const)('of RIS lose no field on their way through %s', async (format) => {
    const items = await readItems('ris', realisticRis())
    expect(await again(format, items)).toEqual(items)
  })
})
