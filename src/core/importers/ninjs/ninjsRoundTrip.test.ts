import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleFields, PassageKind } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft } from '../articleDraft'
import { articleToNinjs } from '#core/exporters/ninjs/articleToNinjs'
import { articleIn } from '../fixtures/readWith'
import { ninjsItem } from '#core/exporters/ninjs/fixtures/ninjsItem'
import { ninjsImporter } from './ninjsImporter'

const word = fc
  .string({ unit: fc.constantFrom(...'abcdeëßжш港🏗é&<>"'), minLength: 1, maxLength: 8 })
  .map((one) => one.normalize('NFC'))
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map((list) => `Q${list.join(' ')}`)
const time = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => ({ edtf: date.toISOString() }))
const zoned = fc.constant({ edtf: '2024-03-01T08:30:00.000Z', literal: '2024-03-01T09:30:00+01:00' })
const names = fc.uniqueArray(words(3), { minLength: 1, maxLength: 4 })
const address = fc.integer({ min: 1, max: 9999 }).map((number) => `https://pictures.example/${number}.jpg`)
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined })

/** Without what is undefined, as JSON has it. */
const known = <Value extends object>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const fields = fc
  .record({
    headline: words(8),
    articleType: fc.constant('news' as const),
    byline: optional(words(3)),
    dateline: optional(words(2)),
    publisher: optional(words(2)),
    published: fc.oneof(time, zoned),
    modified: optional(time),
    language: fc.constantFrom('en', 'zh-Hant', 'nb-NO'),
    url: optional(fc.constant('https://gazette.example/2024/a?b=1&c=2')),
    uri: words(1),
    pubStatus: optional(fc.constantFrom('usable' as const, 'withheld' as const, 'canceled' as const)),
    copyrightNotice: optional(words(4)),
    keywords: optional(names),
    persons: optional(names),
    places: optional(names),
    infoSources: optional(names),
  })
  .filter(({ published, modified }) => published.edtf !== modified?.edtf)

const block = fc.record({
  kind: fc.constantFrom<PassageKind[]>('heading', 'paragraph', 'quote', 'listItem', 'caption', 'footnote'),
  text: words(20),
  isLinked: fc.boolean(),
  isSourced: fc.boolean(),
})
const slot = fc
  .record({ caption: optional(words(6)), credit: optional(words(2)), altText: optional(words(3)), address })
  .map(known)

const article = fc
  .record({
    fields,
    summaries: fc.uniqueArray(words(10), {
      maxLength: 3,
      selector: (one) => one.replace(/[^\p{L}\p{N}]/gu, ''),
    }),
    blocks: fc.array(block, { minLength: 1, maxLength: 8 }),
    slots: fc.uniqueArray(slot, { maxLength: 3, selector: (one) => one.address }),
  })
  .map((parts): ParsedArticle => {
    const draft = createArticleDraft()
    for (const text of parts.summaries) draft.addPassage('summary', text)
    for (const { kind, text, isLinked, isSourced } of parts.blocks) {
      const links = isLinked
        ? [{ start: 0, end: [...(text.split(' ')[0] ?? '')].length, url: 'https://a.example/' }]
        : []
      draft.addPassage(kind, text, { links })
      if (isSourced && kind === 'paragraph')
        draft.addSourceLine('Source: CNN', [{ name: 'CNN', literal: 'CNN', sourceKind: 'outlet' }])
    }
    return {
      kind: 'article',
      fields: known(parts.fields) as ArticleFields,
      ...draft.parts(),
      slots: parts.slots.map((one, index) => ({ number: index + 1, placement: 'inferred', ...one })),
    }
  })

const id = '01980000-0000-7000-8000-000000000001'

const written = ({ fields: of, passages, sourceLines, slots }: ParsedArticle, number: number): object =>
  articleToNinjs(
    {
      ...of,
      id,
      number,
      passages,
      slots,
      sourceLines: sourceLines.map((line) => ({ ...line, citationIds: [] })),
    },
    { citedSources: [], remarks: [], pictureOf: () => undefined },
  )

it('reads an article that was written as ninjs 3.1 as the same article', async () => {
  await fc.assert(
    fc.asyncProperty(article, fc.integer({ min: 1, max: 3 }), async (whole, number) => {
      const text = JSON.stringify(written(whole, number))
      expect(ninjsItem.parse(JSON.parse(text))).toBeDefined()
      const bytes = Buffer.from(text)
      expect(ninjsImporter.recognise(bytes, 'a')).toBeGreaterThan(0.9)
      const { origins, charset, ...read } = await articleIn(ninjsImporter, bytes, 'a.json')
      expect(read).toEqual(whole)
      expect(origins?.['headline']).toEqual([{ from: 'feed', value: whole.fields.headline }])
      expect(charset?.name).toBe('utf-8')
    }),
    { numRuns: 200 },
  )
})
