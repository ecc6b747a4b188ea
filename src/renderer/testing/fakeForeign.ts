import type { ArticleView } from '#shared/contract/records'
import type { Format, PlanEntry, PlanPreview } from '#shared/contract/work'
import type { ParsedPhoto, ParsedTable } from '#shared/model/parsed'
import type { Photo } from '#shared/model/photo'
import { createFakeArticle, fakeId } from './fakeRecords'
import { tunnel } from './fakeTexts'

/** What foreign files can bring, invented: for views that are older than the importers. */
const counts = { summary: 0, passages: 12, citations: 0, sources: 0, slots: 2, furniture: 3 }
const held = { id: fakeId(1, 1), title: 'Harbour survey finds an old passage under the quay' }

export const foreignFormats: readonly Format[] = [
  { id: 'html', name: 'Web page', extensions: ['html', 'htm', 'xhtml'], limit: 50_000_000 },
  { id: 'eml', name: 'Mail message', extensions: ['eml'], limit: 50_000_000 },
  { id: 'jpeg', name: 'JPEG picture', extensions: ['jpg', 'jpeg'], limit: 1_000_000_000 },
  { id: 'csv', name: 'Table', extensions: ['csv', 'tsv'], limit: 50_000_000 },
]

/** One of each outcome, with a mail that holds two files. */
export const foreignPlan: readonly PlanEntry[] = [
  {
    index: 0,
    name: 'minutes.eml > quay.jpg',
    bytes: 900_000,
    format: 'jpeg',
    outcome: 'add',
    records: 1,
    title: 'The quay',
    doubts: 1,
  },
  {
    index: 1,
    name: 'minutes.eml > virus.exe',
    bytes: 12_000,
    outcome: 'refuse',
    error: { code: 'unknown-format', message: 'not known', details: { found: 'a program' } },
  },
  {
    index: 2,
    name: 'minutes.eml',
    bytes: 1_000_000,
    format: 'eml',
    outcome: 'add',
    title: 'Minutes of Monday',
    records: 1,
    counts,
  },
  { index: 3, name: 'desk.zip > a.txt', bytes: 700, format: 'text', outcome: 'duplicate', ...held },
  { index: 4, name: 'desk.zip', bytes: 800, outcome: 'note', message: 'Opened: one file was in it.' },
  {
    index: 5,
    name: 'survey.html',
    bytes: 80_000,
    format: 'html',
    outcome: 'version',
    title: held.title,
    records: 1,
    counts,
    versionOf: held,
  },
  {
    index: 6,
    name: 'rewrite.html',
    bytes: 70_000,
    format: 'html',
    outcome: 'add',
    title: 'Old passage found under the quay',
    records: 1,
    counts,
    similar: [{ ...held, likeness: 0.925 }],
  },
  {
    index: 7,
    name: 'pictures.csv',
    bytes: 4000,
    format: 'csv',
    outcome: 'add',
    title: 'A diver',
    records: 42,
    table: true,
  },
  { index: 8, name: 'quay.xmp', bytes: 3000, outcome: 'keep', sidecar: true },
  {
    index: 9,
    name: 'film.mov',
    bytes: 5_000_000,
    outcome: 'keep',
    error: { code: 'unknown-format', message: 'not known', details: { found: 'a film' } },
  },
]

export const fakeTable: ParsedTable = {
  kind: 'table',
  columns: ['Datei', 'Beschreibung', 'Fotograf', 'Lager'],
  rows: 42,
  sample: [
    ['IMG_1.jpg', 'A diver at the gap', 'A. Sample', '4'],
    ['IMG_2.jpg', 'The second quay, closed', 'A. Sample', '4'],
    ['IMG_3.jpg', 'زورق عند الرصيف', 'B. Sample', '5'],
  ],
  mapping: {
    target: 'photo',
    columns: { Datei: 'fileName', Beschreibung: 'description', Fotograf: 'creator' },
  },
}

const photoContent: Omit<ParsedPhoto, 'kind' | 'held'> = {
  fields: {
    headline: 'The second quay',
    description: 'Divers measure the second quay at low water.',
    altTextAccessibility: 'Two divers beside a wall of large stones.',
    creator: 'A. Sample',
    creditLine: 'Sample Pictures',
    dateCreated: '2020-10-04T09:14:00+03:00',
    keywords: 'quay; divers; harbour',
    cameraMake: 'Example',
    cameraModel: 'Model 1',
    exposureTime: '1/160',
    fNumber: '7.1',
  },
  origins: {
    headline: [{ from: 'xmp', value: 'The second quay' }],
    creator: [
      { from: 'xmp', value: 'A. Sample' },
      { from: 'iim', value: 'A. Sample' },
    ],
    dateCreated: [
      { from: 'xmp', value: '2020-10-04T09:14:00+03:00' },
      { from: 'iim', value: '2020-10-05' },
      { from: 'exif', value: '2020-10-04T06:14:00' },
    ],
    cameraModel: [{ from: 'exif', value: 'Model 1' }],
  },
  width: 4000,
  height: 3000,
  orientation: 6,
  capturedAt: '2020-10-04T06:14:00',
  position: { latitude: 54.32, longitude: 10.14 },
  contentCredentials: {
    state: 'not-checked',
    issuer: 'Example Camera Works',
    claimGenerator: 'Example Camera 1.0',
  },
  doubts: [{ field: 'dateCreated', message: 'The EXIF date states no zone.' }],
}

export const fakePhotos: readonly Photo[] = [
  {
    ...photoContent,
    id: fakeId(10, 1),
    kind: 'photo',
    original: 'cd'.repeat(32),
    fileName: 'quay.jpg',
  },
  {
    id: fakeId(10, 2),
    kind: 'photo',
    fields: {},
    origins: {},
    orientation: 1,
    fileName: 'IMG_2.jpg',
    listedIn: 'ef'.repeat(32),
  },
  {
    ...photoContent,
    id: fakeId(10, 3),
    kind: 'photo',
    original: 'ce'.repeat(32),
    fileName: 'quay.heic',
  },
]

/** Media types of the originals of `fakePhotos`. */
export const fakePhotoTypes: Readonly<Record<string, string>> = {
  ['cd'.repeat(32)]: 'image/jpeg',
  ['ce'.repeat(32)]: 'image/heic',
}

export const foreignPreviews: Readonly<Record<number, PlanPreview>> = {
  0: {
    kind: 'records',
    total: 1,
    titles: [{ kind: 'photo', title: 'The second quay' }],
    photo: { kind: 'photo', held: true, ...photoContent },
  },
  7: {
    kind: 'records',
    total: 42,
    titles: Array.from({ length: 42 }, (_, at) => ({
      kind: 'photo',
      title: at === 1 ? '' : `Picture ${at}`,
    })),
    table: fakeTable,
  },
}

/** An article of a saved page with all that such a page can state: links, footnotes, pages, a capture, origins. */
export const createForeignArticle = (number: number): ArticleView => {
  const view = createFakeArticle(number, { ...tunnel, headline: 'Tunnel opens again after its inspection' })
  const [version] = view.article.versions
  if (!version) throw new TypeError('a fake article has a version')
  const passages = [
    {
      label: '1',
      ordinal: 1,
      passageKind: 'paragraph' as const,
      text: 'The report on bank.example says that the joints hold, the mayor’s letter says so too.',
      page: 1,
      links: [
        { start: 14, end: 26, url: 'https://bank.example@evil.example/login' },
        { start: 54, end: 72, url: 'https://town.example/letters/12?from=front' },
      ],
    },
    {
      label: '2',
      ordinal: 2,
      passageKind: 'paragraph' as const,
      text: 'Buses take the old bridge until then.',
      page: 2,
    },
    {
      label: 'c1',
      ordinal: 3,
      passageKind: 'caption' as const,
      text: 'The north portal on Monday.',
      page: 2,
    },
    {
      label: 'f1',
      ordinal: 4,
      passageKind: 'footnote' as const,
      text: 'Measured by the road office.',
      page: 2,
    },
  ]
  const article = {
    ...view.article,
    articleType: 'page' as const,
    pubStatus: 'canceled' as const,
    url: 'https://gazette.example/tunnel',
    uri: 'tag:gazette.example,2024:tunnel',
    copyrightNotice: '© Example Gazette',
    keywords: ['tunnel', 'traffic'],
    persons: ['Jane Doe'],
    places: ['River'],
    infoSources: ['Example Press'],
    correspondents: [
      { role: 'from' as const, name: 'A. Sample', address: 'desk@gazette.example' },
      { role: 'to' as const, address: 'readers@gazette.example' },
    ],
    citations: [],
    versions: [
      {
        ...version,
        passages,
        sourceLines: [],
        slots: [
          {
            number: 1,
            placedAfter: '1',
            placement: 'stated' as const,
            altText: 'A portal of concrete.',
            address: 'https://gazette.example/portal.jpg',
          },
        ],
        detected: {
          charset: { name: 'windows-1252', confidence: 0.71, bom: false },
          language: { language: 'en', confidence: 0.998 },
        },
        origins: {
          headline: [
            { from: 'json-ld' as const, value: 'Tunnel opens again after its inspection' },
            { from: 'page' as const, value: 'Tunnel opens again' },
          ],
        },
        capture: {
          at: '2024-09-14T08:00:00.000Z',
          url: 'https://gazette.example/tunnel',
          software: 'Example Capture 2',
          digest: 'broken' as const,
          signature: 'signed' as const,
        },
        pages: 2,
      },
    ],
  }
  return { ...view, article }
}
