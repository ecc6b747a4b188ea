import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { annotatedPage } from '#core/exporters/pack/annotatedPage'
import { storySupport } from '#core/exporters/pack/storySupport'
import { recordsKnowledge } from '#core/origins/recordsKnowledge'
import { byId } from '#core/records/byId'
import { emptyRecordSet } from '#core/records/recordSets'
import { recordSet } from '#shared/model/records'
import { currentVersion, supportOf } from '#shared/model/support'

const root = resolve(import.meta.dirname, '../..')
const archive = join(root, 'archive')
const slug = 'isis-caliphate-baghouz-2019'

interface Input {
  readonly articles: readonly unknown[]
  readonly photos: readonly unknown[]
  readonly references: readonly unknown[]
  readonly sources: readonly unknown[]
}

const readInput = () => {
  const input = JSON.parse(readFileSync(join(archive, `${slug}.input.json`), 'utf8')) as Input
  const { articles, photos, references, sources } = input
  const records = recordSet.parse({ ...emptyRecordSet, articles, photos, references, sources })
  const [article] = records.articles
  if (!article) throw new Error('the input has no article')
  return { records, article, version: currentVersion(article) }
}

describe('the bundled article', () => {
  it('is a digest after a reference, dated as far as the report is', () => {
    const { records, article } = readInput()
    const based = records.references.find(({ id }) => id === article.basedOn)
    expect(article).toMatchObject({ articleType: 'digest', published: { edtf: '2019-03' } })
    expect(article.byline).toBeUndefined()
    expect(based?.csl).toMatchObject({
      title: article.headline,
      'container-title': 'Business Insider',
      issued: { 'date-parts': [[2019, 3]] },
    })
    expect(based?.csl.author).toBeUndefined()
  })

  it('has 3 summary points, 20 paragraphs and 3 lines left out', () => {
    const { version } = readInput()
    const labels = version.passages.map(({ label }) => label)
    const numbers = Array.from({ length: 20 }, (_, index) => String(index + 1))
    expect(labels).toEqual(['s1', 's2', 's3', ...numbers])
    expect(version.passages.map(({ ordinal }) => ordinal)).toEqual(labels.map((_, index) => index + 1))
    expect(version.furniture.map(({ reason }) => reason)).toEqual(['newsletter', 'newsletter', 'follow-us'])
  })

  it('is told to a fact-checking desk passage by passage, with `CNN, CNN` as one source', async () => {
    const { records, article } = readInput()
    const support = await storySupport(article, [], recordsKnowledge(records), () => Promise.resolve())
    expect(support.passages.get('9')).toMatchObject({ basis: 'printed', independent: 1 })
    const page = annotatedPage(
      { article, claims: [], support },
      {
        articles: byId(records.articles),
        items: byId(records.references),
        sources: byId(records.sources),
      },
    )
    const notes = [...page.matchAll(/<p class="support (\w+)"[^>]*>([^]*?)<\/p>/g)].map(([, basis, note]) => [
      basis,
      note,
    ])
    expect(notes.filter(([basis]) => basis === 'printed')).toHaveLength(7)
    expect(page).toMatch(
      /Printed; 1 independent source: <bdi>CNN<\/bdi>\.\s+Counted once: <bdi>CNN is named 2 times<\/bdi>/,
    )
  })

  it('has 7 source lines as printed, with 9 citations of 6 sources', () => {
    const { records, article, version } = readInput()
    expect(version.sourceLines.map(({ after, literal }) => `${after} ${literal}`)).toEqual([
      '8 Source: CNN',
      '9 Source: CNN, CNN',
      '13 Source: Associated Press',
      '14 Source: Australian Broadcasting Corporation',
      '15 Source: Associated Press',
      '16 Source: Business Insider',
      '20 Source: The Intercept, Reuters',
    ])
    const names = new Map(records.sources.map(({ id, name }) => [id, name]))
    const citations = new Map(article.citations.map((citation) => [citation.id, citation]))
    for (const line of version.sourceLines) {
      const cited = line.citationIds.map((id) => citations.get(id))
      expect(cited.map((one) => one?.literal)).toEqual(line.literal.slice('Source: '.length).split(', '))
      expect(cited.map((one) => one && names.get(one.sourceId ?? ''))).toEqual(
        cited.map((one) => one?.literal),
      )
      expect(cited.every((one) => one?.passage === line.after && one.origin === 'printed')).toBe(true)
    }
    expect(article.citations).toHaveLength(9)
    expect(new Set(article.citations.map(({ sourceId }) => sourceId)).size).toBe(6)
    expect(records.sources).toHaveLength(6)
  })

  it('has 14 slots whose place is inferred, none of them filled, and no photo', () => {
    const { records, version } = readInput()
    expect(records.photos).toEqual([])
    expect(version.slots.map(({ number }) => number)).toEqual(Array.from({ length: 14 }, (_, n) => n + 1))
    for (const slot of version.slots) {
      expect(slot).toMatchObject({ placement: 'inferred' })
      expect(slot.caption).toBeTruthy()
      expect(slot.photoId).toBeUndefined()
      expect(slot.credit).toBeUndefined()
    }
  })

  it('rests on printed lines in 7 paragraphs, on inferred ones in 6, and in 7 on none', () => {
    const { article, version } = readInput()
    const support = supportOf(version, article.citations)
    const bases = version.passages
      .filter(({ passageKind }) => passageKind === 'paragraph')
      .map(({ label }) => support.get(label)?.basis)
    const count = (basis: string) => bases.filter((one) => one === basis).length
    expect([count('printed'), count('inferred'), count('none')]).toEqual([7, 6, 7])
  })

  it('has ids of version 7 and each of them once', () => {
    const { records, article, version } = readInput()
    const ids = [
      ...[...records.articles, ...records.references, ...records.sources].map(({ id }) => id),
      ...article.citations.map(({ id }) => id),
      version.id,
    ]
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/)
  })
})

/** Words without case, marks or punctuation. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z]+;|&#\d+;/g, '')
    .replace(/['’‘]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

const runsOf = (text: string, length: number): Set<string> => {
  const words = wordsOf(text)
  return new Set(
    words
      .slice(0, Math.max(0, words.length - length + 1))
      .map((_, at) => words.slice(at, at + length).join(' ')),
  )
}

const sharedRuns = (text: string, published: ReadonlySet<string>, length: number): string[] =>
  [...runsOf(text, length)].filter((run) => published.has(run))

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

const compareWithPublished = (seed: string) => () => {
  const published = () =>
    filesUnder(seed)
      .map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split('\n').slice(1).join('\n'))
      .join('\n')

  it('has no nine words in a row in common with it, in any file of archive/', () => {
    const runs = runsOf(published(), 9)
    for (const file of filesUnder(archive))
      expect({ file, shared: sharedRuns(readFileSync(file, 'utf8'), runs, 9) }).toEqual({ file, shared: [] })
  })

  it('has no six in common in what was written for it', () => {
    const { version } = readInput()
    const runs = runsOf(published(), 6)
    const own = [
      ...version.passages.map(({ text }) => text),
      ...version.slots.map(({ caption }) => caption ?? ''),
      ...version.furniture.map(({ text }) => text),
    ]
    expect(own.flatMap((text) => sharedRuns(text, runs, 6))).toEqual([])
  })

  it('would notice nine words in a row (control)', () => {
    const text = published()
    const words = text.split(/\s+/).slice(40, 60).join(' ')
    expect(sharedRuns(`In our words: ${words}`, runsOf(text, 9), 9)).not.toEqual([])
  })
}

/** The published text, where it is at hand: the rest of this file does without it. */
const seed = sharedFolder('seed')
if (seed !== undefined) describe('the bundled article beside the published text', compareWithPublished(seed))
