import { formatBibliography } from '#core/exporters/csl/formatBibliography'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PackFile } from './packFile'
import { payloadFiles } from './payload'
import type { Claim } from '#shared/model/claim'
import { recordsKnowledge } from '#core/origins/recordsKnowledge'
import { annotatedPage, claimsOf } from './annotatedPage'
import { storySupport } from './storySupport'
import { ninjsItem } from '#core/exporters/ninjs/fixtures/ninjsItem'
import { contactSheet } from './contactSheet'
import { sampleOptions, samplePack } from './fixtures/samplePack'
import { sortedRecords } from './sortedRecords'

let files: readonly PackFile[] = []

beforeAll(async () => {
  files = await payloadFiles(sortedRecords(samplePack.records), samplePack.events, {
    ...sampleOptions('x'),
    formatBibliography,
  })
})

const texts = (): Map<string, string> =>
  new Map(
    files.flatMap(({ path, content }) => (content.kind === 'text' ? [[path, content.make()] as const] : [])),
  )

describe('the pages of a pack', () => {
  it('run no script, load nothing, and show foreign text as text', () => {
    const pages = [...texts()].filter(([path]) => path.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(4)
    for (const [path, page] of pages) {
      expect(page, path).toContain('default-src &#39;none&#39;; style-src &#39;sha256-')
      expect(page, path).not.toMatch(/<script|<img|<iframe|<object|<link|<form|javascript:|\son\w+="/i)
      expect(page, path).not.toMatch(/(?:href|src)="(?:https?:)?\/\//)
      expect(page, path).toMatch(/<html lang="en" dir="ltr">[\s\S]*<main[\s\S]*<\/main>/)
    }
  })

  it('link only to files of the pack', () => {
    const paths = new Set(files.map((file) => file.path))
    for (const [path, page] of [...texts()].filter(([name]) => name.endsWith('.html')))
      for (const [, link = ''] of page.matchAll(/href="([^"#]+)/g)) {
        const target = new URL(link, `file:///${path}`).pathname.slice(1)
        expect(paths.has(target), `${path} links to ${link}`).toBe(true)
      }
  })

  it('say what each passage rests on, in words', () => {
    const front = texts().get('data/index.html') ?? ''
    const rows = [
      ...front.matchAll(
        /#p-(\w+)">[\s\S]*?<\/th>\s*<td>[\s\S]*?<\/td>\s*<td>([^<]*)<\/td>\s*<td><bdi>([^<]*)</g,
      ),
    ]
    expect(rows.map(([, label, words, sources]) => [label, words, sources])).toEqual([
      ['s1', 'none', ''],
      ['1', 'none', ''],
      ['2', 'printed', 'Register, Courier'],
      ['3', 'inferred from the next source line', 'Register'],
      ['4', 'printed', 'Register'],
      ['1', 'none', ''],
    ])
  })

  it('name a digest as one, an empty slot as not held, a pack as signed by nobody that the page knows, and keep a source line as printed', () => {
    const all = texts()
    const article = all.get('data/articles/harbour-r-14-b-photograp-a51b3372/article.html') ?? ''
    expect(article).toMatch(/In our own words, after\s*<bdi>The Sample Courier/)
    expect(article.match(/not held/g)).toHaveLength(2)
    expect(article).toContain('>Source: Register,  Courier</p>')
    expect(article).toContain('>The crane fell in 1902,\nsays the register.')
    expect(all.get('data/index.html')).toContain('If there is none, who made this pack is not proved by it.')
  })

  it('say times in words, in UTC, and sizes in units, with the exact values for programs', () => {
    const front = texts().get('data/index.html') ?? ''
    expect(front).toContain(
      'Written <time datetime="2026-11-22T10:00:01.000Z">22 November 2026, 10:00 UTC</time>',
    )
    const sizes = [...front.matchAll(/<data value="(\d+)" title="([\d,]+ bytes)">([\d.]+ kB)<\/data>/g)]
    expect(sizes.length).toBeGreaterThan(2)
    for (const [, bytes = '', exact = ''] of sizes) expect(exact.replaceAll(',', '')).toBe(`${bytes} bytes`)
    for (const [path, page] of [...texts()].filter(([name]) => name.endsWith('.html')))
      expect(page.replace(/datetime="[^"]*"/g, ''), path).not.toMatch(/\d{4}-\d\d-\d\dT/)
  })

  it('are written from right to left where the language is', () => {
    expect(texts().get('data/articles/article-5fe46180/article.html')).toContain('<main lang="ar" dir="rtl">')
  })
})

it('article.ninjs.json is an item of ninjs 3.1, and of a digest says that it is one', () => {
  const items = [...texts()].filter(([path]) => path.endsWith('/article.ninjs.json'))
  expect(items).toHaveLength(2)
  const [harbour] = items
    .map(([, text]) => ninjsItem.parse(JSON.parse(text)))
    .filter(({ language }) => language === 'en')
  expect(harbour).toMatchObject({
    edNote:
      'In our own words, after The Sample Courier: a digest, not the published text. The text was published: March 2019.',
    infoSources: [{ name: 'The Sample Courier' }, { name: 'Register' }, { name: 'Courier' }],
  })
})

describe('annotated.html', () => {
  const [harbour] = samplePack.records.articles
  const { claims, sources, references, articles } = samplePack.records
  if (!harbour) throw new Error('the sample has an article')
  const context = {
    articles: new Map(articles.map((article) => [article.id, article])),
    items: new Map(references.map((reference) => [reference.id, reference])),
    sources: new Map(sources.map((source) => [source.id, source])),
  }
  const storyOf = async (all: readonly Claim[], records = samplePack.records) => {
    const own = claimsOf(harbour, all)
    const support = await storySupport(harbour, own, recordsKnowledge(records), () => Promise.resolve())
    return { article: harbour, claims: own, support }
  }

  it('says below each passage and of each claim on how many independent sources it rests, and why some count once', async () => {
    const warned = sources.map((source) =>
      source.name === 'Register' ? { ...source, warnings: ['dates in the old style'] } : source,
    )
    const page = annotatedPage(await storyOf(claims, { ...samplePack.records, sources: warned }), {
      ...context,
      sources: new Map(warned.map((source) => [source.id, source])),
    })
    expect(page).toMatch(/Printed; \d independent sources?: <bdi>Register<\/bdi>/)
    expect(page).toContain('To look at, <bdi>Register: dates in the old style</bdi>.')
    expect(page).toContain('No source is stated.')
    expect(page).toMatch(/Rests on \d independent source/)
  })

  it('is a story with what each passage rests on also where nothing is claimed', async () => {
    const page = annotatedPage(await storyOf([]), context)
    expect(page).toContain('No claim of it is in this pack.')
    expect(page).toContain('independent source')
  })

  it('numbers each claim at its passage, with its evidence, how that was obtained, and who checked', async () => {
    const page = annotatedPage(await storyOf(claims), context)
    expect(page).toMatch(/ends\.\s*<a href="#claim-1" aria-label="Claim 1">\[1\]<\/a>/)
    expect(page).toContain('read in the register')
    expect(page).toContain('فقرة واحدة.')
    expect(page).toContain('A. Checker')
    expect(page).not.toContain('<script')
  })

  it('keeps claims of a passage that is gone, and has those of no other article', async () => {
    const [claim] = claims
    const moved = claims.map((one) => ({
      ...one,
      target: { articleId: harbour.id, versionId: claim?.target?.versionId ?? '', passage: '99' },
    }))
    expect(annotatedPage(await storyOf(moved), context)).toContain('no longer has')
    expect(claimsOf({ ...harbour, id: 'another' }, claims)).toEqual([])
  })
})

it('contact-sheet.html shows the files of the pack, and marks what a photo lacks', () => {
  const photo = {
    kind: 'photo',
    id: 'a',
    fields: { headline: 'Crane', creditLine: '<b>' },
    origins: {},
    orientation: 1,
  } as const
  const page = contactSheet([photo, { ...photo, id: 'b' }], new Map([['a', 'P01_crane.jpg']]))
  expect(page).toContain('<img src="P01_crane.jpg" alt="Crane"')
  expect(page).toContain('&lt;b&gt;')
  expect(page.match(/<strong>missing<\/strong>/g)).toHaveLength(8)
  expect(page).toContain('The picture is not in this pack.')
})
