import { createHash } from 'node:crypto'
import { digestOf } from '#core/records/digest'
import type { Event } from '#shared/model/event'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Passage } from '#shared/model/article'
import type { PackContents, PackOptions } from './types'

/** A small made-up archive for the tests of packs: two articles, one with an older version, sources, originals, chains. */
export const sampleId = (number: number): string =>
  `01980000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const passage = (label: string, ordinal: number, text: string): Passage => ({
  label,
  ordinal,
  passageKind: label.startsWith('s') ? 'summary' : label.startsWith('h') ? 'heading' : 'paragraph',
  text,
})

const harbourBytes = Buffer.from('<p>The harbour, as it came.</p>\r\n')
/** Larger than what is handed to the zip writer whole. */
const scanBytes = Buffer.alloc(1_500_000, 'scan of a page\n')

const harbour: ArticleRecord = {
  kind: 'article',
  id: sampleId(1),
  headline: 'Harbour “Ærø”: 14 <b>photographs</b> & what they show',
  articleType: 'digest',
  publisher: 'The Sample Courier',
  published: { edtf: '2019-03', literal: 'March 2019' },
  language: 'en',
  basedOn: sampleId(30),
  tags: ['harbour'],
  collections: [],
  versions: [
    {
      id: sampleId(10),
      articleId: sampleId(1),
      number: 1,
      importedAt: '2026-11-20T10:00:00.000Z',
      passages: [passage('1', 1, 'An older first line.')],
      sourceLines: [],
      slots: [],
      furniture: [],
    },
    {
      id: sampleId(11),
      articleId: sampleId(1),
      number: 2,
      original: sha256Of(harbourBytes),
      importedAt: '2026-11-21T10:00:00.000Z',
      passages: [
        passage('s1', 1, 'A summary point.'),
        passage('1', 2, 'Nothing is printed for this one.'),
        passage('2', 3, 'The crane fell in 1902,\nsays the register. 🏗 Then it stood again.'),
        passage('3', 4, '=1+1 is how this paragraph begins.'),
        passage('4', 5, 'The last one <script>alert(1)</script> ends.'),
      ],
      sourceLines: [
        {
          after: '2',
          literal: 'Source: Register,  Courier',
          order: 1,
          citationIds: [sampleId(40), sampleId(41)],
        },
        { after: '4', literal: 'Source: Register', order: 2, citationIds: [sampleId(42)] },
      ],
      slots: [
        { number: 1, placedAfter: '1', placement: 'stated', caption: 'The crane', credit: 'Nobody' },
        { number: 2, placement: 'inferred' },
      ],
      furniture: [{ text: 'Subscribe', reason: 'newsletter' }],
      doubts: [{ field: 'published', message: 'the day is not stated' }],
    },
  ],
  citations: [
    {
      kind: 'citation',
      id: sampleId(40),
      articleId: sampleId(1),
      versionId: sampleId(11),
      passage: '2',
      sourceId: sampleId(20),
      literal: 'Register',
      origin: 'printed',
    },
    {
      kind: 'citation',
      id: sampleId(41),
      articleId: sampleId(1),
      versionId: sampleId(11),
      passage: '2',
      sourceId: sampleId(21),
      referenceId: sampleId(30),
      literal: '=Courier',
      locator: 'p. 3',
      origin: 'printed',
    },
    {
      kind: 'citation',
      id: sampleId(42),
      articleId: sampleId(1),
      versionId: sampleId(11),
      passage: '4',
      sourceId: sampleId(20),
      literal: 'Register',
      origin: 'confirmed',
    },
  ],
}

const arabic: ArticleRecord = {
  kind: 'article',
  id: sampleId(2),
  headline: 'خبر من الميناء',
  articleType: 'news',
  language: 'ar',
  url: 'https://example.org/a',
  tags: [],
  collections: ['port'],
  versions: [
    {
      id: sampleId(12),
      articleId: sampleId(2),
      number: 1,
      original: sha256Of(scanBytes),
      importedAt: '2026-11-21T10:00:00.000Z',
      passages: [passage('h1', 1, 'عنوان'), passage('1', 2, 'فقرة واحدة.')],
      sourceLines: [],
      slots: [],
      furniture: [],
    },
  ],
  citations: [],
}

const letterBytes = Buffer.from('From: someone\r\n\r\nsee attachment\r\n')

const records: RecordSet = {
  articles: [harbour, arabic],
  photos: [],
  references: [
    {
      kind: 'reference',
      id: sampleId(30),
      key: 'courier2019harbour',
      csl: {
        id: 'courier2019harbour',
        type: 'article-newspaper',
        title: 'Harbour views & cranes',
        'container-title': 'The Sample Courier',
        issued: { 'date-parts': [[2019, 3]] },
      },
      sourceId: sampleId(21),
    },
  ],
  sources: [
    {
      kind: 'source',
      id: sampleId(20),
      name: 'Register',
      aliases: ['The Register'],
      sourceKind: 'institution',
      warnings: [],
    },
    { kind: 'source', id: sampleId(21), name: 'Courier', aliases: [], warnings: ['often late'] },
  ],
  originals: [
    {
      sha256: sha256Of(harbourBytes),
      bytes: harbourBytes.byteLength,
      mediaType: 'text/html',
      names: [{ raw: 'harbour\u202e.html', display: 'harbour\\u{202e}.html' }],
    },
    {
      sha256: sha256Of(scanBytes),
      bytes: scanBytes.byteLength,
      mediaType: 'text/plain',
      names: [{ raw: 'scan.txt', display: 'scan.txt' }],
      containerPath: ['letter.eml', 'scan.txt'],
    },
    {
      sha256: sha256Of(letterBytes),
      bytes: letterBytes.byteLength,
      mediaType: 'message/rfc822',
      names: [{ raw: 'letter.eml', display: 'letter.eml' }],
    },
  ],
}

/** A chain of two events that fits the record. */
export const sampleChain = (record: { readonly id: string }): Event[] => {
  const first: Event = {
    sequence: 1,
    itemId: record.id,
    at: '2026-11-20T10:00:00.000Z',
    actor: 'importer',
    action: 'import',
    digest: digestOf({ before: record.id }),
  }
  const second: Event = {
    sequence: 2,
    itemId: record.id,
    at: '2026-11-21T10:00:00.000Z',
    actor: 'user',
    action: 'edit',
    digest: digestOf(record),
    previous: digestOf(first),
  }
  return [first, second]
}

const bytesOf = new Map([harbourBytes, scanBytes, letterBytes].map((bytes) => [sha256Of(bytes), bytes]))

export async function* readSampleOriginal(sha256: string): AsyncGenerator<Uint8Array> {
  const bytes = bytesOf.get(sha256)
  if (!bytes) throw new TypeError(`no such original: ${sha256}`)
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

export const samplePack: PackContents = {
  records,
  events: [...records.articles, ...records.references, ...records.sources].flatMap(sampleChain),
  readOriginal: readSampleOriginal,
}

export const sampleOptions = (destination: string, form: 'folder' | 'zip' = 'folder'): PackOptions => ({
  destination,
  form,
  profile: 'full',
  date: '2026-11-22T10:00:01.000Z',
  identifier: '0b0c8a1e-6a1e-4b55-9d25-3f4f0d6b6c11',
  agent: 'Cuttings 0.1.0',
})

/** Stands for citeproc where a test is about something else. */
export const plainBibliography = ({ items }: { readonly items: readonly unknown[] }) => ({
  html: `<p>${items.length}</p>`,
  text: `${items.length}\n`,
})
