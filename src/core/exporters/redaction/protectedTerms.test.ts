import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { preparePack } from '#core/exports/preparePack'
import { createTestFolder } from '#core/store/fixtures/testFolder'
import type { ArticleRecord, RecordSet } from '#shared/model/records'
import type { Note } from '#shared/model/note'
import type { Source } from '#shared/model/citation'
import { createWritePack } from '../pack/createWritePack'
import { plainBibliography, sampleId, sampleOptions, samplePack } from '../pack/fixtures/samplePack'
import { packDisk } from '../pack/packDisk'
import { verifyPack } from '../pack/verifyPack'
import { refuseLeaks } from './leakScan'
import type { ProtectedTerm } from './protectedTerm'
import { protectedTerms } from './protectedTerms'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

const { records: sample } = samplePack
const [harbour, arabic] = sample.articles
const [claim] = sample.claims
const [note] = sample.notes
if (!harbour || !arabic || !claim || !note) throw new TypeError('the sample has articles, a claim and a note')

const noted = (...texts: readonly string[]): Note[] => texts.map((text) => ({ ...note, text }))
const filed = (fields: Partial<Pick<ArticleRecord, 'tags' | 'collections'>>): RecordSet => ({
  ...sample,
  articles: [{ ...harbour, ...fields }, arabic],
})
const withSource = (fields: Partial<Source>): RecordSet => ({
  ...sample,
  sources: [
    ...sample.sources,
    { kind: 'source', id: sampleId(29), name: 'Vera Holt', aliases: [], warnings: [], ...fields },
  ],
})
const confidential = (fields: Partial<Source>): RecordSet => withSource({ ...fields, confidential: true })
const checked = (by: string, method: string): RecordSet => ({
  ...sample,
  claims: [
    { ...claim, checks: [{ at: '2026-11-21T11:00:00.000Z', by, method, outcome: 'supported' as const }] },
  ],
})
const credentials = (fields: { readonly issuer?: string; readonly title?: string }): RecordSet => ({
  ...sample,
  photos: [
    {
      kind: 'photo',
      id: sampleId(50),
      fields: {},
      origins: {},
      orientation: 1,
      contentCredentials: { state: 'not-checked', ...fields },
    },
  ],
})

const textsOf = async (records: RecordSet, said: readonly string[] = []): Promise<readonly string[]> =>
  (await protectedTerms(records, { serials: [], said })).map(({ text }) => text)

/** Each kind of text that is taken out, an archive that has one, and how it could come to stand in a pack. */
type Withheld = readonly [what: string, records: RecordSet, text: string, planted?: string]

const withheld: readonly Withheld[] = [
  ['the name of a checker', checked('Inga Moss', 'by phone'), 'Inga Moss', 'checked: INGA  MOSS.'],
  ['how a claim was checked', checked('A. Checker', 'rang the warden twice'), 'rang the warden twice'],
  ['how it was checked, in short', checked('A. Checker', 'rang Moss'), 'rang Moss', 'He rang moss, twice.'],
  ['the owner of a source', withSource({ owner: 'Quill Holdings' }), 'Quill Holdings'],
  ['the owner of a confidential source', confidential({ owner: 'Quillfeather' }), 'Quillfeather'],
  [
    'the address of a confidential source',
    confidential({ url: 'https://www.quill.example/vh' }),
    'quill.example/vh',
    '<a href="http://quill.example%2Fvh">',
  ],
  [
    'a warning on a confidential source',
    confidential({ warnings: ['cousin of the mayor'] }),
    'cousin of the mayor',
  ],
  ['a tag of several words', filed({ tags: ['port bribes'] }), 'port bribes', 'data/port-bribes.html'],
  ['a tag of one long word', filed({ tags: ['Bestechungsverdacht'] }), 'Bestechungsverdacht'],
  ['a collection', filed({ collections: ['Cranes of the coast'] }), 'Cranes of the coast'],
  ['a short note', { ...sample, notes: noted('Ring Ada up') }, 'Ring Ada up', 'so ring Ada up today'],
  ['a short note without spaces', { ...sample, notes: noted('他昨天去港口') }, '他昨天去港口'],
  ['who signed a picture', credentials({ issuer: 'Quill Camera' }), 'Quill Camera'],
  ['what a picture was called', credentials({ title: 'Before the raid' }), 'Before the raid'],
]

const refusedWith = async (terms: readonly ProtectedTerm[], text: string): Promise<unknown> => {
  const place = await createTestFolder()
  const file = join(place, 'data/articles/a/article.txt')
  await mkdir(dirname(file), { recursive: true })
  await writeFile(join(place, 'bagit.txt'), 'BagIt-Version: 1.0')
  await writeFile(file, text)
  return refuseLeaks(place, 'pack', terms).then(
    () => undefined,
    (error: unknown) => error,
  )
}

describe('what is taken out', () => {
  it.each(
    withheld.map(
      ([what, records, text, planted = `and ${text}.`]) => [what, records, text, planted] as const,
    ),
  )('is looked for, and found where it was left in: %s', async (_, records, text, planted) => {
    const terms = (await protectedTerms(records, { serials: [] })).filter((term) => term.text === text)
    expect(terms).toHaveLength(1)
    expect(await refusedWith(terms, planted)).toMatchObject({ code: 'leak-found' })
    expect(await refusedWith(terms, 'Nothing of it stands here.')).toBeUndefined()
    // The negative control: a scan that looks for the names of people alone.
    const names = terms.filter(({ kind }) => kind === 'name')
    expect(await refusedWith(names, planted)).toBeUndefined()
  })

  it('is not looked for where it is too common a word to be told apart', async () => {
    const before = await textsOf(sample)
    expect(await textsOf(filed({ tags: ['Syria', 'verification'], collections: ['port'] }))).toEqual(before)
    const withNotes = { ...sample, notes: [...sample.notes, ...noted('ok', 'to do', 'ask him', 'probably')] }
    expect(await textsOf(withNotes)).toEqual(before)
  })

  it('is not looked for where the pack carries the same words anyway', async () => {
    const inText = ['crane fell', 'the register. Then it stood again', 'The Sample Courier']
    const inLine = 'Register, Courier'
    expect(await textsOf(filed({ tags: [...inText, inLine] }))).toEqual(await textsOf(sample))
    const carried = withSource({ warnings: ['cousin of the mayor'] })
    const shared = confidential({ warnings: ['cousin of the mayor'] })
    const sources = [...carried.sources, ...shared.sources.slice(-1)]
    expect(await textsOf({ ...sample, sources })).not.toContain('cousin of the mayor')
    expect(await textsOf(checked('Inga Moss', 'by phone'), ['waived by Inga Moss'])).not.toContain(
      'Inga Moss',
    )
  })

  it('is looked for where it stands only in other things that are taken out', async () => {
    const text = 'cousin of the mayor'
    const records = { ...confidential({ warnings: [text], owner: text }), notes: noted(text) }
    expect(await textsOf(records)).toContain(text)
  })

  it('is always looked for where it is the name of a confidential source, in whatever text it stands', async () => {
    expect(await textsOf(confidential({ name: 'The Sample Courier' }))).toContain('The Sample Courier')
  })
})

/** Words that many desks file by, some of which stand in the texts of the sample or of every pack. */
const common = [
  'Syria',
  'crane fell',
  'breaking news',
  'human rights',
  'open question',
  'fact check',
  'citation needed',
  'second source',
  'photo credit',
  'chain of custody',
  'contact sheet',
  'confidential source',
  'press agency',
  'source lines',
  'full text',
  'to be verified',
  'cited works',
  'date unknown',
  'Chicago notes',
  'web annotations',
  'not checked',
] as const

it('makes an honest pack though the archive is filed by common words, and none where a telling tag was left in', async () => {
  const folder = await createTestFolder()
  const destination = join(folder, 'pack')
  const tags = [...common, 'port bribes']
  const records = { ...filed({ tags, collections: [...common] }), notes: noted(...common) }
  const options = { profile: 'redacted', waivers: [], date: '2026-11-22T10:00:00.000Z', destination } as const
  const prepared = await preparePack({ ...samplePack, records }, options)
  const write = { ...sampleOptions(destination), ...prepared, profile: 'redacted' } as const
  const missed = prepared.contents.records.articles.map((article) => ({ ...article, tags }))
  const contents = { ...prepared.contents, records: { ...prepared.contents.records, articles: missed } }
  await expect(writePack(contents, write)).rejects.toMatchObject({ code: 'leak-found' })
  expect(await readdir(folder)).toEqual([])
  await writePack(prepared.contents, write)
  expect(await readdir(folder)).toEqual(['pack'])
})
