import type { ArticleView } from '#shared/contract/records'
import type { Row } from '#shared/contract/library'
import type { Slot, SourceLine } from '#shared/model/article'
import type { Citation, Source } from '#shared/model/citation'
import type { ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { supportOf } from '#shared/model/support'
import { committee, council, harbour, tunnel, type FakeArticle } from './fakeTexts'

/** A made-up id that looks like a UUIDv7; `group` tells kinds of records apart. */
export const fakeId = (group: number, number: number): string =>
  `019ab000-${group.toString(16).padStart(4, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`

const sourceNames = ['Harbour Office', 'Example Press', 'Harbour Courier', 'صحيفة المثال']

export const fakeSources: readonly Source[] = sourceNames.map((name, at) => ({
  id: fakeId(3, at + 1),
  kind: 'source',
  name,
  aliases: name === 'Example Press' ? ['EP', 'Ex. Press'] : [],
  ...(name === 'Example Press' ? { sourceKind: 'agency' as const } : {}),
  ...(name === 'Harbour Office' ? { sourceKind: 'institution' as const } : {}),
  warnings: name === 'Example Press' ? ['‘EP’ is also a name of Estuary Post.'] : [],
}))

export const fakeReference: Reference = {
  id: fakeId(4, 1),
  kind: 'reference',
  key: 'harbourcourier2020passage',
  csl: {
    id: 'harbourcourier2020passage',
    type: 'article-newspaper',
    title: 'Harbour survey finds an old passage under the quay',
    'container-title': 'Harbour Courier',
    issued: { 'date-parts': [[2020, 10]] },
  },
  sourceId: fakeId(3, 3),
}

const sourceByName = new Map(fakeSources.map((source) => [source.name, source]))

const createSlots = (text: FakeArticle): readonly Slot[] =>
  Array.from({ length: text.slots ?? 0 }, (_, at) => ({
    number: at + 1,
    placement: 'inferred' as const,
    ...(at < 4 ? { placedAfter: String(at + 2) } : {}),
    ...(at === 0 ? { caption: 'A diver at the gap between two stones.', credit: 'Sample Pictures' } : {}),
  }))

/** A record from a text: passages, lines with their citations, slots. */
export const createFakeArticle = (number: number, text: FakeArticle): ArticleView => {
  const [id, versionId] = [fakeId(1, number), fakeId(2, number)]
  const citations: Citation[] = []
  const sourceLines: SourceLine[] = text.lines.map(([after, literal, names], order) => ({
    after: String(after),
    literal,
    order: order + 1,
    citationIds: names.map((name) => {
      const citation: Citation = {
        id: fakeId(5, number * 1000 + citations.length),
        kind: 'citation',
        articleId: id,
        versionId,
        passage: String(after),
        literal: name,
        origin: 'printed',
        ...(sourceByName.has(name) ? { sourceId: sourceByName.get(name)?.id ?? '' } : {}),
      }
      citations.push(citation)
      return citation.id
    }),
  }))
  const summary = (text.summary ?? []).map((words, at) => ({
    label: `s${at + 1}`,
    ordinal: at + 1,
    passageKind: 'summary' as const,
    text: words,
  }))
  const paragraphs = text.paragraphs.map((words, at) => ({
    label: String(at + 1),
    ordinal: summary.length + at + 1,
    passageKind: 'paragraph' as const,
    text: words,
  }))
  const article: ArticleRecord = {
    id,
    kind: 'article',
    headline: text.headline,
    articleType: text.isDigest ? 'digest' : 'news',
    ...(text.publisher ? { publisher: text.publisher } : {}),
    ...(text.byline ? { byline: text.byline } : {}),
    ...(text.published ? { published: { edtf: text.published } } : {}),
    ...(text.isDigest ? { basedOn: fakeReference.id } : {}),
    language: text.language,
    tags: [],
    collections: [],
    citations,
    versions: [
      {
        id: versionId,
        articleId: id,
        number: 1,
        original: 'ab'.repeat(32),
        importedAt: '2026-11-20T10:00:00.000Z',
        passages: [...summary, ...paragraphs],
        sourceLines,
        slots: [...createSlots(text)],
        furniture: text.isDigest ? [{ text: 'Sign up for our harbour letter', reason: 'newsletter' }] : [],
        ...(text.isDigest ? { doubts: [{ field: 'published', message: 'The day is not stated.' }] } : {}),
      },
    ],
  }
  return {
    article,
    sources: fakeSources.filter((source) => citations.some((one) => one.sourceId === source.id)),
    references: text.isDigest ? [fakeReference] : [],
    originals: [
      {
        sha256: 'ab'.repeat(32),
        bytes: 4211,
        mediaType: 'text/plain',
        names: [{ raw: 'harbour.txt', display: 'harbour.txt' }],
      },
    ],
    addedAt: '2026-11-20T10:00:00.000Z',
  }
}

/** An article of so many paragraphs, every fifth closed by a source line. */
export const longText = (paragraphs: number): FakeArticle => ({
  headline: `Minutes of the harbour council, in ${paragraphs} paragraphs`,
  publisher: 'Harbour Office',
  published: '2019',
  language: 'en',
  paragraphs: Array.from(
    { length: paragraphs },
    (_, at) => `${tunnel.paragraphs[at % 3] ?? ''} This is paragraph ${at + 1} of the minutes.`,
  ),
  lines: Array.from({ length: Math.floor(paragraphs / 5) }, (_, at) => [
    (at + 1) * 5,
    'Source: Harbour Office',
    ['Harbour Office'],
  ]),
})

export const fakeTexts: readonly FakeArticle[] = [harbour, council, committee, tunnel]

const supportLetters = { printed: 'p', inferred: 'i', none: 'n' } as const

export const articleToRow = ({ article, addedAt }: ArticleView): Row => {
  const version = article.versions[0]
  const support = version ? supportOf(version, article.citations) : new Map()
  return {
    id: article.id,
    kind: 'article',
    title: article.headline,
    ...(article.publisher ? { subtitle: article.publisher } : {}),
    ...(article.published ? { published: article.published.edtf } : {}),
    ...(article.language ? { language: article.language } : {}),
    addedAt,
    support: (version?.passages ?? [])
      .filter((passage) => passage.passageKind === 'paragraph')
      .map((passage) => supportLetters[(support.get(passage.label)?.basis ?? 'none') as 'none'])
      .join(''),
    slots: { total: version?.slots.length ?? 0, held: 0 },
  }
}
