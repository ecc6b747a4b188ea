import { describe, expect, it } from 'vitest'
import { samplePack } from './fixtures/samplePack'
import { webAnnotations } from './webAnnotations'

describe('citations.jsonld', () => {
  it('points from the passage, by place and by quotation, to what it cites', () => {
    const page = JSON.parse(webAnnotations(samplePack.records, 'x')) as { readonly items: readonly unknown[] }
    expect(page.items).toHaveLength(3)
    expect(page.items[0]).toMatchObject({
      type: 'Annotation',
      motivation: 'linking',
      body: [
        { type: 'SpecificResource', source: 'urn:uuid:01980000-0000-7000-8000-000000000014' },
        { type: 'TextualBody', value: 'Register' },
      ],
      target: {
        source: '../articles/harbour-r-14-b-photograp-a51b3372/article.txt',
        selector: [
          { type: 'TextPositionSelector', start: 50, end: 115 },
          {
            type: 'TextQuoteSelector',
            exact: 'The crane fell in 1902, says the register. 🏗 Then it stood again.',
            prefix: 'othing is printed for this one.\n',
            suffix: '\n=1+1 is how this paragraph begi',
          },
        ],
      },
    })
  })
})
