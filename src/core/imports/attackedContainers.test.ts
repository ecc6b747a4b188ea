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
beforeEach(async () => {
  test = await openTestApp(() => ({ parser: createInProcessParser(boxImporters) }))
})
afterEach(() => test.close())

const put = async (name: string, text: string): Promise<string> => {
  await writeFile(join(test.folder, name), text)
  return join(test.folder, name)
}
const importNow = async (path: string, keepUnreadable = false): Promise<FileResult[]> => {
  const { job, files } = await test.finish(test.app.imports.importNow([path], { keepUnreadable }))
  expect(job.error).toBeUndefined()
  expect(job).toMatchObject({ state: 'done' })
  return files
}
const say = ({ name, outcome, error }: FileResult): string =>
  [name, outcome, error?.code].filter(Boolean).join(' ')
const record = (result: FileResult | undefined) => test.app.archive.catalogue.record(result?.id ?? '')
const stagedFiles = async (): Promise<string[]> => {
  const entries = await readdir(test.app.archive.layout.staging, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

const picture = (headline: string): string =>
  boxOf([{ item: { kind: 'photo', held: true, fields: { headline }, origins: {}, orientation: 1 } }], 'DOC')
const sidecar = (headline: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="${headline}"/>` +
  `</rdf:RDF></x:xmpmeta>`

describe('pictures in a container', () => {
  it('have a sidecar each, though one file is that of two, whatever becomes of the first', async () => {
    const lines = [
      { file: 'a.cr2', text: picture('Raw') },
      { file: 'a.jpg', text: picture('Made') },
      { file: 'a.xmp', text: sidecar('Both') },
    ]
    expect((await importNow(await put('a.box', boxOf(lines)))).map(say)).toEqual([
      'a.box > a.cr2 imported',
      'a.box > a.xmp kept',
      'a.box > a.jpg imported',
      'a.box > a.xmp kept',
      'a.box note',
    ])
    const again = [...lines.slice(0, 1), { file: 'a.jpg', text: picture('Other') }, ...lines.slice(2)]
    expect((await importNow(await put('b.box', boxOf(again)))).map(say)).toEqual([
      'b.box > a.cr2 duplicate',
      'b.box > a.xmp note',
      'b.box > a.jpg imported',
      'b.box > a.xmp kept',
      'b.box note',
    ])
  })

  it('have the first sidecar of their name; a second one is a file like any other', async () => {
    const lines = [
      { file: 'a.jpg', text: picture('Made') },
      { file: 'a.xmp', text: sidecar('First') },
      { file: 'a.xmp', text: sidecar('Second') },
    ]
    expect((await importNow(await put('a.box', boxOf(lines)))).map(say)).toEqual([
      'a.box > a.jpg imported',
      'a.box > a.xmp kept',
      'a.box > a.xmp imported',
      'a.box note',
    ])
  })

  it('that are refused lose nothing of what stands in their sidecars', async () => {
    const lines = [
      { file: 'a.jpg', text: '\0' },
      { file: 'a.xmp', text: sidecar('A bridge') },
    ]
    const results = await importNow(await put('a.box', boxOf(lines)))
    expect(results.map(say)).toEqual([
      'a.box > a.jpg refused unknown-format',
      'a.box > a.xmp imported',
      'a.box note',
    ])
    expect(record(results[1])).toMatchObject({ kind: 'photo', fields: { headline: 'A bridge' } })
  })

  it('are not read with a sidecar that is larger than any is', async () => {
    const lines = [
      { file: 'a.jpg', text: picture('Made') },
      { fill: 'a.xmp', bytes: 17 * 1024 * 1024 },
    ]
    expect((await importNow(await put('a.box', boxOf(lines)))).map(say)).toEqual([
      'a.box > a.jpg imported',
      'a.box > a.xmp imported',
      'a.box note',
    ])
  })

  it('come before what shows them, wherever they stand', async () => {
    const page = boxOf([{ article: { headline: 'On bridges' }, pictures: ['img/a.jpg'] }], 'DOC')
    const lines = [
      { file: 'page.doc', text: page },
      { file: 'img/a.jpg', text: picture('A bridge') },
    ]
    const [shown, article] = await importNow(await put('a.box', boxOf(lines)))
    expect(record(article)).toMatchObject({ versions: [{ slots: [{ photoId: shown?.id }] }] })
  })

  it('leave an empty slot where they are left out of a plan', async () => {
    const page = boxOf([{ article: { headline: 'On bridges' }, pictures: ['a.jpg'] }], 'DOC')
    const path = await put(
      'a.box',
      boxOf([
        { file: 'page.doc', text: page },
        { file: 'a.jpg', text: picture('A bridge') },
      ]),
    )
    const { job } = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
    const planId = job.result?.kind === 'plan' ? job.result.planId : ''
    const { files } = await test.finish(test.app.imports.commit(planId, { ...noChoices, leaveOut: [0] }))
    expect(files.map(say)).toEqual(['a.box > page.doc imported', 'a.box note'])
    expect(record(files[0])).toMatchObject({ versions: [{ slots: [{ number: 1 }] }] })
    expect(JSON.stringify(record(files[0]))).not.toContain('photoId')
  })
})

describe('a container', () => {
  it('that holds nothing says so', async () => {
    const [result] = await importNow(await put('a.box', boxOf([])))
    expect(result).toMatchObject({ outcome: 'note', message: 'Opened: 0 files inside.' })
  })

  it('in which a file is locked is kept, where what is not read is to be kept', async () => {
    const lines = [{ unreadable: 'locked.txt' }, { file: 'b.txt', text: harbourText }]
    expect((await importNow(await put('a.box', boxOf(lines)), true)).map(say)).toEqual([
      'a.box > b.txt imported',
      'a.box > locked.txt refused encrypted',
      'a.box kept',
    ])
  })

  it('holds the same file twice, and one of them is a duplicate, at once and in a plan', async () => {
    const path = await put(
      'a.box',
      boxOf([
        { file: 'a.txt', text: harbourText },
        { file: 'b.txt', text: harbourText },
      ]),
    )
    const { job, files } = await test.finish(test.app.imports.plan([path], { keepUnreadable: false }))
    expect(files.map(say)).toEqual(['a.box > a.txt checked', 'a.box > b.txt duplicate', 'a.box note'])
    const planId = job.result?.kind === 'plan' ? job.result.planId : ''
    const committed = test.app.imports.commit(planId, noChoices)
    const told = ['a.box > a.txt imported', 'a.box > b.txt duplicate', 'a.box note']
    expect((await test.finish(committed)).files.map(say)).toEqual(told)
  })

  it('does not refuse a document that stands as deep as can be for what is inside that', async () => {
    const deep = boxOf([{ article: { headline: 'Deep' } }, { file: 'x.txt', text: harbourText }], 'DOC')
    const third = { box: '3.box', lines: [{ file: 'a.doc', text: deep }] }
    const path = await put('1.box', boxOf([{ box: '2.box', lines: [third] }]))
    expect((await importNow(path)).map(say)).toEqual([
      '1.box > 2.box > 3.box > a.doc > x.txt refused limit',
      '1.box > 2.box > 3.box > a.doc imported',
      '1.box > 2.box > 3.box note',
      '1.box > 2.box note',
      '1.box note',
    ])
  })

  it('holds names of any length, of which no half of a character is left', async () => {
    const lines = [
      { file: `${'x'.repeat(1023)}\u{1F30A}.txt`, text: harbourText },
      { file: `half \ud83c.txt`, text: harbourText.replace('Monday', 'Friday') },
    ]
    const results = await importNow(await put('a.box', boxOf(lines)))
    expect(results.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'note'])
    const names = results.flatMap(
      ({ sha256 }) => test.app.archive.catalogue.original(sha256 ?? '')?.names ?? [],
    )
    expect(names.map(({ raw }) => raw)).toEqual(['x'.repeat(1023), 'half <U+D83C>.txt'])
    await test.app.imports.close()
    expect(await stagedFiles()).toEqual([])
  })
})

describe('texts that were held in another form', () => {
  const url = 'https://example.org/a'
  const form = (headline: string, text1: string): string =>
    boxOf([{ article: { headline, url }, text1 }], 'DOC')

  it('are known again in whatever order their files come again', async () => {
    const forms = [form('First', 'As it was.'), form('Second', 'As it is.')]
    for (const [at, text] of forms.entries()) await importNow(await put(`${at}.doc`, `${text}\n`))
    for (const [at, text] of forms.entries())
      expect((await importNow(await put(`again-${at}.doc`, text))).map(say)).toEqual([
        `again-${at}.doc duplicate`,
      ])
  })
})
