import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import type { Passage, Version } from '#shared/model/article'
import type { Citation, Source } from '#shared/model/citation'
import type { Original } from '#shared/model/original'
import type { Photo } from '#shared/model/photo'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { sampleChain, sampleId } from './samplePack'
import type { PackContents } from './types'

/** Packs with any text, any number of records, and links between them that hold: for the tests of the round trip. */
const anyText = fc
  .oneof(
    fc.lorem(),
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  )
  .map((text) => text.normalize('NFC').replaceAll('\r', '\n'))
  .filter((text) => text.length > 0)

const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((each) => (each === undefined ? {} : { [key]: each }))

const merged = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all): object => Object.assign({}, ...all) as object)

const passages = fc
  .array(fc.tuple(fc.constantFrom('s', '', 'h', 'q', 'l', 'c'), anyText), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map(([prefix, text], index): Passage => {
      const kinds = { s: 'summary', h: 'heading', q: 'quote', l: 'listItem', c: 'caption' } as const
      const passageKind = prefix === '' ? 'paragraph' : kinds[prefix]
      return { label: `${prefix}${index + 1}`, ordinal: index + 1, passageKind, text }
    }),
  )

interface Drawn {
  readonly fields: object
  readonly versions: readonly { readonly passages: Passage[]; readonly original: number | undefined }[]
  readonly citations: readonly { readonly at: number; readonly literal: string; readonly source: number }[]
  readonly headline: string
}

const drawnArticle: fc.Arbitrary<Drawn> = fc.record({
  headline: anyText,
  fields: merged(
    maybe('byline', anyText),
    maybe('publisher', anyText),
    maybe('language', fc.constantFrom('en', 'ar', 'zh-Hant', 'qq')),
    maybe('url', fc.webUrl()),
    maybe('published', fc.constantFrom({ edtf: '2019' }, { edtf: '2019-03', literal: 'März 2019' })),
  ),
  versions: fc.array(fc.record({ passages, original: fc.option(fc.nat(2), { nil: undefined }) }), {
    minLength: 1,
    maxLength: 3,
  }),
  citations: fc.array(fc.record({ at: fc.nat(5), literal: anyText, source: fc.nat(3) }), { maxLength: 4 }),
})

const articleOf = (
  drawn: Drawn,
  number: number,
  originals: readonly Original[],
  sources: readonly Source[],
): ArticleRecord => {
  const articleId = sampleId(1000 * (number + 1))
  const citations: Citation[] = []
  const versions = drawn.versions.map((each, index): Version => {
    const id = sampleId(1000 * (number + 1) + 10 + index)
    const own = drawn.citations.map((citation, at): Citation => {
      const source = sources[citation.source]
      return {
        kind: 'citation',
        id: sampleId(1000 * (number + 1) + 100 * (index + 1) + at),
        articleId,
        versionId: id,
        passage: each.passages[citation.at % each.passages.length]?.label ?? '1',
        ...(source ? { sourceId: source.id } : {}),
        literal: citation.literal,
        origin: at % 2 === 0 ? 'printed' : 'confirmed',
      }
    })
    citations.push(...own)
    const original = each.original === undefined ? undefined : originals[each.original]
    return {
      id,
      articleId,
      number: index + 1,
      ...(original ? { original: original.sha256 } : {}),
      importedAt: '2026-11-20T10:00:00.000Z',
      passages: each.passages,
      sourceLines: own.map((citation, at) => ({
        after: citation.passage,
        literal: citation.literal,
        order: at + 1,
        citationIds: [citation.id],
      })),
      slots: [{ number: 1, placement: 'inferred', photoId: sampleId(500) }],
      furniture: [],
    }
  })
  const { headline } = drawn
  const fixed = { kind: 'article', id: articleId, headline, articleType: 'news' } as const
  return { ...drawn.fields, ...fixed, tags: [], collections: [], versions, citations }
}

const sourceOf = (name: string, index: number): Source => ({
  kind: 'source',
  id: sampleId(600 + index),
  name,
  aliases: [name],
  warnings: [],
})

const referenceOf = (title: string, index: number): Reference => ({
  kind: 'reference',
  id: sampleId(700 + index),
  key: `work${index}`,
  csl: { id: index, type: 'book', title, note: { any: [1, null, title] } },
})

const photoOf = (original: Original, title: string): Photo => ({
  kind: 'photo',
  id: sampleId(500),
  original: original.sha256,
  fields: { headline: title, creditLine: `=${title}` },
  origins: { headline: [{ from: 'xmp', value: title }] },
  width: 3,
  height: 2,
  orientation: 1,
})

const originalOf = (bytes: Uint8Array, name: string): Original => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.byteLength,
  mediaType: 'image/jpeg',
  names: [{ raw: name, display: name }],
})

export const arbitraryPack: fc.Arbitrary<PackContents> = fc
  .record({
    bytes: fc.uniqueArray(fc.uint8Array({ minLength: 1 }), { maxLength: 3, selector: (each) => each.join() }),
    name: anyText,
    sources: fc.array(anyText, { maxLength: 3 }),
    titles: fc.array(anyText, { maxLength: 2 }),
    articles: fc.array(drawnArticle, { maxLength: 4 }),
  })
  .map(({ bytes, name, sources, titles, articles }) => {
    const originals = bytes.map((each) => originalOf(each, name))
    const held = new Map(originals.map((original, index) => [original.sha256, bytes[index]]))
    const named = sources.map(sourceOf)
    const [first] = originals
    const records: RecordSet = {
      articles: articles.map((drawn, index) => articleOf(drawn, index, originals, named)),
      photos: first ? [photoOf(first, name)] : [],
      references: titles.map(referenceOf),
      sources: named,
      originals,
    }
    const chained = [...records.articles, ...records.photos, ...records.references, ...records.sources]
    return {
      records,
      events: chained.flatMap(sampleChain),
      readOriginal: async function* (sha256: string) {
        const found = held.get(sha256)
        if (found) yield found
      },
    }
  })
