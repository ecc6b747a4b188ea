import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileResult } from '#shared/contract/jobs'
import { harbourText } from '../fixtures/articleFiles'
import { createInProcessParser } from '../fixtures/createInProcessParser'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { boxImporters, boxOf } from './fixtures/boxImporter'
import { noChoices } from './noChoices'

let test: TestApp
let freeBytes: number | undefined
beforeEach(async () => {
  freeBytes = undefined
  test = await openTestApp((archive) => ({
    parser: createInProcessParser(boxImporters),
    archive: {
      ...archive,
      originals: {
        ...archive.originals,
        freeBytes: async () => freeBytes ?? archive.originals.freeBytes(),
      },
    },
  }))
})
afterEach(() => test.close())

const put = async (name: string, text: string): Promise<string> => {
  await writeFile(join(test.folder, name), text)
  return join(test.folder, name)
}

const importNow = async (...paths: string[]) => {
  const { job, files } = await test.finish(test.app.imports.importNow(paths, { keepUnreadable: false }))
  expect(job).toMatchObject({ state: 'done' })
  return files
}
const say = ({ name, outcome, error, version }: FileResult): string =>
  [name, outcome, error?.code, version].filter(Boolean).join(' ')
const catalogue = () => test.app.archive.catalogue
const stagedFiles = async (): Promise<string[]> => {
  const { staging } = test.app.archive.layout
  const names = await readdir(staging, { recursive: true, withFileTypes: true })
  return names.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

describe('files inside a container', () => {
  it('become items of their own, named by what they stand in, and the container is only opened', async () => {
    const path = await put(
      'a.box',
      boxOf([
        { file: 'b.txt', text: harbourText },
        { file: 'c.bin', text: '\0' },
      ]),
    )
    expect((await importNow(path)).map(say)).toEqual([
      'a.box > b.txt imported',
      'a.box > c.bin refused unknown-format',
      'a.box note',
    ])
    const [sha256] = catalogue()
      .originalsNeeded()
      .map((original) => original.sha256)
    expect(catalogue().original(sha256 ?? '')).toMatchObject({
      names: [{ raw: 'b.txt' }],
      containerPath: ['a.box'],
    })
  })

  it('are found inside each other three deep, and no deeper', async () => {
    const fourth = { box: '4.box', lines: [{ file: 'y.txt', text: harbourText }] }
    const third = { box: '3.box', lines: [{ file: 'x.txt', text: harbourText }, fourth] }
    const path = await put('1.box', boxOf([{ box: '2.box', lines: [third] }]))
    expect((await importNow(path)).map(say)).toEqual([
      '1.box > 2.box > 3.box > x.txt imported',
      '1.box > 2.box > 3.box > 4.box refused limit',
      '1.box > 2.box > 3.box note',
      '1.box > 2.box note',
      '1.box note',
    ])
  })

  it('are duplicates where they are held, in whatever container they come', async () => {
    await importNow(await put('a.txt', harbourText))
    const path = await put('a.box', boxOf([{ file: 'b.txt', text: harbourText }]))
    expect((await importNow(path)).map(say)).toEqual(['a.box > b.txt duplicate', 'a.box note'])
  })

  it('that can not be taken out are refused alone', async () => {
    const path = await put(
      'a.box',
      boxOf([{ unreadable: 'locked.txt' }, { file: 'b.txt', text: harbourText }]),
    )
    expect((await importNow(path)).map(say)).toEqual([
      'a.box > b.txt imported',
      'a.box > locked.txt refused encrypted',
      'a.box note',
    ])
  })

  it('are taken up to the damage of a container, and none of one that is unsafe', async () => {
    const lines = [{ file: 'b.txt', text: harbourText }]
    const unsafe = await put('unsafe.box', boxOf([...lines, { fail: 'unsafe-container' }]))
    expect((await importNow(unsafe)).map(say)).toEqual(['unsafe.box refused unsafe-container'])
    const damaged = await put('damaged.box', boxOf([...lines, { fail: 'damaged-file' }]))
    expect((await importNow(damaged)).map(say)).toEqual([
      'damaged.box > b.txt imported',
      'damaged.box refused damaged-file',
    ])
  })

  it('may take half of the free disk together, by the bytes that really come, and leave nothing behind', async () => {
    freeBytes = 1_000_000
    const path = await put(
      'a.box',
      boxOf([
        { fill: 'x', bytes: 400_000 },
        { fill: 'y', bytes: 200_000 },
      ]),
    )
    const [result] = await importNow(path)
    expect(result).toMatchObject({
      outcome: 'refused',
      error: { code: 'limit', details: { what: 'bytes in the files inside', most: 500_000 } },
    })
    await test.app.imports.close()
    expect(await stagedFiles()).toEqual([])
  })

  it('have names that are data: no name leads to a path', async () => {
    const names = ['../../up.txt', '/etc/passwd', 'C:\\con', '..', 'a\0b', '\u202etxt.exe', '']
    const lines = names.map((file, at) => ({ file, text: harbourText.replace('Monday', `Day ${at}`) }))
    const results = await importNow(await put('a.box', boxOf(lines)))
    expect(results.filter(({ outcome }) => outcome === 'imported')).toHaveLength(names.length)
    expect((await readdir(test.folder)).sort()).toEqual(['a.box', 'archive'])
    expect(results.map(({ name }) => name)).toContain('a.box > <U+202E>txt.exe')
  })

  it('are planned without a trace, and committed from what was staged', async () => {
    const path = await put('a.box', boxOf([{ file: 'b.txt', text: harbourText }]))
    const { job } = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
    const planId = job.result?.kind === 'plan' ? job.result.planId : ''
    expect(test.app.imports.planned(planId, 0, 10)).toMatchObject({
      totals: { files: 2, add: 1, note: 1, articles: 1 },
      entries: [
        { name: 'a.box > b.txt', outcome: 'add' },
        { name: 'a.box', outcome: 'note', message: 'Opened: 1 file inside.' },
      ],
    })
    expect(catalogue().revision()).toBe(0)
    const committed = test.app.imports.commit(planId, noChoices)
    expect((await test.finish(committed)).files.map(say)).toEqual(['a.box > b.txt imported', 'a.box note'])
  })

  it('are not taken where the container changed after the plan', async () => {
    const path = await put('a.box', boxOf([{ file: 'b.txt', text: harbourText }]))
    const { job } = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
    const planId = job.result?.kind === 'plan' ? job.result.planId : ''
    await put('a.box', boxOf([]))
    const committed = test.app.imports.commit(planId, noChoices)
    expect((await test.finish(committed)).files.map(say)).toEqual([
      'a.box > b.txt refused changed',
      'a.box note',
    ])
  })
})

const photo = (headline: string) => ({
  kind: 'photo' as const,
  held: true,
  fields: { headline },
  origins: {},
  orientation: 1,
})

describe('a document with files inside', () => {
  it('shows the photos that came out of it in its slots', async () => {
    const picture = boxOf([{ item: photo('A bridge') }], 'DOC')
    const lines = [
      { file: 'p.doc', text: picture },
      { article: { headline: 'On bridges' }, pictures: ['p.doc', 'gone.jpg'] },
    ]
    const results = await importNow(await put('a.doc', boxOf(lines, 'DOC')))
    expect(results.map(say)).toEqual(['a.doc > p.doc imported', 'a.doc imported'])
    const article = catalogue().record(results[1]?.id ?? '')
    expect(article).toMatchObject({
      versions: [
        {
          slots: [
            { number: 1, photoId: results[0]?.id },
            { number: 2, placement: 'stated' },
          ],
        },
      ],
    })
    expect(catalogue().record(results[0]?.id ?? '')).toMatchObject({ fileName: 'p.doc' })
  })

  it('finds the pictures that stand beside it', async () => {
    const picture = await put('p.doc', boxOf([{ item: photo('A bridge') }], 'DOC'))
    const page = await put(
      'page.doc',
      boxOf([{ article: { headline: 'On bridges' }, pictures: ['p.doc'] }], 'DOC'),
    )
    const results = await importNow(picture, page)
    expect(catalogue().record(results[1]?.id ?? '')).toMatchObject({
      versions: [{ slots: [{ photoId: results[0]?.id }] }],
    })
  })
})

describe('a text that is held under the same address', () => {
  const url = 'https://www.example.org/a?utm_source=x'
  const first = boxOf([{ article: { headline: 'First', url }, text1: 'As it was.' }], 'DOC')
  const second = boxOf(
    [{ article: { headline: 'Second', url: 'https://example.org/a/' }, text1: 'As it is.' }],
    'DOC',
  )

  it('becomes another version, and never overwrites', async () => {
    const [made] = await importNow(await put('a.doc', first))
    expect((await importNow(await put('b.doc', second))).map(say)).toEqual(['b.doc imported 2'])
    const record = catalogue().record(made?.id ?? '')
    expect(record).toMatchObject({
      headline: 'Second',
      versions: [
        { number: 1, passages: [{ text: 'As it was.' }] },
        { number: 2, passages: [{ text: 'As it is.' }] },
      ],
    })
    expect(catalogue().countItems()).toBe(1)
  })

  it('is a duplicate where it says the same, whatever its bytes', async () => {
    await importNow(await put('a.doc', first))
    expect((await importNow(await put('b.doc', `${first}\n\n`))).map(say)).toEqual(['b.doc duplicate'])
  })

  it('is an article of its own where the user says so', async () => {
    await importNow(await put('a.doc', first))
    const path = await put('b.doc', second)
    const { job } = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
    const planId = job.result?.kind === 'plan' ? job.result.planId : ''
    expect(test.app.imports.planned(planId, 0, 1)).toMatchObject({
      totals: { version: 1, articles: 0 },
      entries: [{ outcome: 'version', versionOf: { title: 'First' } }],
    })
    await test.finish(test.app.imports.commit(planId, { ...noChoices, separate: [0] }))
    expect(catalogue().countItems()).toBe(2)
  })

  it('is known again within one file', async () => {
    const both = boxOf(
      [
        { article: { headline: 'First', url }, text1: 'As it was.' },
        { article: { headline: 'Second', url }, text1: 'As it is.' },
        { article: { headline: 'Second', url }, text1: 'As it is.' },
      ],
      'DOC',
    )
    expect((await importNow(await put('a.doc', both))).map(say)).toEqual([
      'a.doc imported',
      'a.doc imported 2',
      'a.doc duplicate',
    ])
    expect(catalogue().countItems()).toBe(1)
  })
})

describe('references, sources and photos of lists', () => {
  const items = [
    {
      item: {
        kind: 'reference' as const,
        key: 'Roe 2019',
        csl: { id: 'x', type: 'book', title: 'On rivers' },
        source: { name: 'River Press' },
        doubts: [],
      },
    },
    { item: { kind: 'source' as const, name: 'River Press', aliases: ['RP'] } },
    { item: { ...photo('A river'), held: false } },
  ]

  it('are held once, however often and in however many lists they come', async () => {
    const [reference, source, listed] = await importNow(await put('a.doc', boxOf(items, 'DOC')))
    expect([reference, source, listed].map((one) => one?.kind)).toEqual(['reference', 'source', 'photo'])
    expect(catalogue().record(reference?.id ?? '')).toMatchObject({
      key: 'roe-2019',
      sourceId: source?.id,
      listedIn: reference?.sha256,
    })
    expect(catalogue().record(listed?.id ?? '')).not.toHaveProperty('original')
    const more = boxOf([...items, { item: { ...photo('Another'), held: false } }], 'DOC')
    const again = await importNow(await put('b.doc', more))
    expect(again.map(({ outcome, kind }) => `${outcome} ${kind}`)).toEqual([
      'duplicate reference',
      'duplicate source',
      'duplicate photo',
      'imported photo',
    ])
    expect(catalogue().countItems()).toBe(3)
  })
})
