import { emptyRecordSet } from '../records/recordSets'
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '#shared/model/records'
import { CuttingsError } from '#shared/errors'
import type { FileResult } from '#shared/contract/jobs'
import { bridgeText, harbourText } from '../fixtures/articleFiles'
import { createInProcessParser } from '../fixtures/createInProcessParser'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'
import { sha256Of } from '../records/digest'
import { verifyArchive } from '../verify/verifyArchive'
import { noChoices } from './noChoices'

let test: TestApp
beforeEach(async () => {
  test = await openTestApp()
})
afterEach(() => test.close())

const put = async (name: string, text: string | Uint8Array, to = test): Promise<string> => {
  await writeFile(join(to.folder, name), text)
  return join(to.folder, name)
}

const plan = async (paths: readonly string[], keepUnreadable = false, of = test): Promise<string> => {
  const { job } = await of.finish(of.app.imports.plan(paths, { keepUnreadable }))
  if (job.result?.kind !== 'plan') throw new TypeError(`no plan: ${JSON.stringify(job.error)}`)
  return job.result.planId
}
const commit = (planId: string, leaveOut: readonly number[] = []) =>
  test.finish(test.app.imports.commit(planId, { ...noChoices, leaveOut }))
const importNow = (paths: readonly string[], into = test) =>
  into.finish(into.app.imports.importNow(paths, { keepUnreadable: false }))

const staged = (of = test) => readdir(of.app.archive.layout.staging)
const say = ({ name, outcome, error }: FileResult): string =>
  [name, outcome, error?.code].filter(Boolean).join(' ')

describe('a plan', () => {
  it('writes nothing to originals and catalogue', async () => {
    const planId = await plan([await put('a.txt', harbourText)])
    expect(test.app.archive.catalogue.revision()).toBe(0)
    const originals = []
    for await (const original of test.app.archive.originals.list()) originals.push(original)
    expect(originals).toEqual([])
    expect(test.app.imports.planned(planId, 0, 10)).toMatchObject({
      totals: { files: 1, add: 1, articles: 1, citations: 2, newSources: 2 },
      entries: [
        { index: 0, name: 'a.txt', outcome: 'add', title: 'The harbour was measured twice', format: 'text' },
      ],
    })
  })

  it('goes on after each file that is refused, and says why', async () => {
    await mkdir(join(test.folder, 'in'))
    const good = await put('in/good.txt', harbourText)
    await put('in/empty.txt', '')
    await put('in/program.txt', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0))
    await symlink(good, join(test.folder, 'in/link.txt'))
    const planId = await plan([join(test.folder, 'in'), join(test.folder, 'gone.txt')])
    const { entries } = test.app.imports.planned(planId, 0, 10)
    expect(entries.map(({ name, outcome, error }) => [name, outcome, error?.code])).toEqual([
      ['in/empty.txt', 'refuse', 'empty'],
      ['in/good.txt', 'add', undefined],
      ['in/link.txt', 'refuse', 'link'],
      ['in/program.txt', 'refuse', 'not-text'],
      ['gone.txt', 'refuse', 'not-found-file'],
    ])
  })

  it('is held until it is discarded, and its staged files with it', async () => {
    const planId = await plan([await put('a.txt', harbourText)])
    expect(await staged()).toEqual([planId])
    await test.app.imports.discard(planId)
    expect(await staged()).toEqual([])
    expect(() => test.app.imports.planned(planId, 0, 1)).toThrow(new CuttingsError('plan-gone'))
  })

  it('that is cancelled leaves nothing behind', async () => {
    const path = await put('a.txt', harbourText)
    const job = test.app.imports.plan([path], { keepUnreadable: false })
    test.app.jobs.cancel(job.id)
    expect((await test.finish(job)).job.state).toBe('cancelled')
    await test.app.imports.close()
    expect(await staged()).toEqual([])
  })
})

describe('a commit', () => {
  it('makes what the plan said, with the original byte for byte', async () => {
    const { job, files } = await commit(await plan([await put('a.txt', harbourText)]))
    expect(job.result).toEqual({
      kind: 'import',
      counts: { imported: 1, duplicates: 0, kept: 0, refused: 0 },
    })
    const [{ id = '', sha256 = '' } = {}] = files
    const file = await test.app.archive.originals.open(sha256)
    expect(await file.readFile('utf8')).toBe(harbourText)
    await file.close()
    expect(test.app.archive.catalogue.record(id)).toMatchObject({
      kind: 'article',
      versions: [{ original: sha256 }],
    })
    expect(test.app.archive.catalogue.original(sha256)).toMatchObject({
      bytes: Buffer.byteLength(harbourText),
      names: [{ raw: 'a.txt', display: 'a.txt' }],
    })
    await test.app.imports.close()
    expect(await staged()).toEqual([])
  })

  it('does not take a file that changed after the plan', async () => {
    const [same, other] = [await put('same.txt', harbourText), await put('other.txt', bridgeText)]
    const planId = await plan([other, same])
    await put('other.txt', `${bridgeText} and more`)
    const { files } = await commit(planId)
    expect(files.map(say)).toEqual(['other.txt refused changed', 'same.txt imported'])
    expect(await test.app.archive.originals.has(sha256Of(bridgeText))).toBe(false)
  })

  it('makes one record of the same content, twice in a plan and again later', async () => {
    const paths = [await put('a.txt', harbourText), await put('b.txt', harbourText)]
    const planId = await plan(paths)
    expect(test.app.imports.planned(planId, 0, 9).totals).toMatchObject({ add: 1, duplicate: 1 })
    const { files } = await commit(planId)
    expect(files.map(say)).toEqual(['a.txt imported', 'b.txt duplicate'])
    expect(files[1]?.id).toBe(files[0]?.id)
    const again = await importNow([await put('c.txt', harbourText)])
    expect(again.files).toMatchObject([{ outcome: 'duplicate', id: files[0]?.id }])
    expect(test.app.archive.catalogue.describe().counts.article).toBe(1)
  })

  it('makes one record where two plans hold the same file', async () => {
    const path = await put('a.txt', harbourText)
    const [first, second] = [await plan([path]), await plan([path])]
    await commit(first)
    expect((await commit(second)).files.map(say)).toEqual(['a.txt duplicate'])
  })

  it('leaves out what is to be left out, and calls nothing a duplicate of it', async () => {
    const planId = await plan([await put('a.txt', harbourText), await put('b.txt', harbourText)])
    const { job, files } = await commit(planId, [0])
    expect(files.map(say)).toEqual(['b.txt note'])
    expect(job.result).toMatchObject({ counts: { imported: 0, duplicates: 0 } })
  })

  it('happens once', async () => {
    const planId = await plan([await put('a.txt', harbourText)])
    test.app.imports.commit(planId, noChoices)
    expect(() => test.app.imports.commit(planId, noChoices)).toThrow(new CuttingsError('plan-gone'))
  })

  it('keeps what no importer reads where that was asked for, once', async () => {
    const path = await put('d.xyz', Uint8Array.of(0, 1, 2, 0))
    const planId = await plan([path], true)
    expect(test.app.imports.planned(planId, 0, 1).entries[0]).toMatchObject({ outcome: 'keep' })
    expect((await commit(planId)).files.map(say)).toEqual(['d.xyz kept'])
    expect((await commit(await plan([path], true))).files.map(say)).toEqual(['d.xyz duplicate'])
    expect(test.app.archive.catalogue.countItems()).toBe(0)
  })

  it('has the source that was named before, under one id', async () => {
    await importNow([await put('a.txt', harbourText)])
    await importNow([await put('b.txt', harbourText.replace('Monday', 'Friday'))])
    expect(test.app.archive.catalogue.describe().counts).toMatchObject({ article: 2, source: 2, citation: 4 })
  })
})

describe('an import', () => {
  it('goes on after a file whose reader died', async () => {
    const dying = createInProcessParser()
    const other = await openTestApp(() => ({
      parser: {
        ...dying,
        parse: (request, signal) =>
          request.name === 'b.txt'
            ? Promise.resolve({
                type: 'refused',
                mediaType: 'text/plain',
                error: new CuttingsError('parser-died').toReport(),
              })
            : dying.parse(request, signal),
      },
    }))
    const paths = [await put('b.txt', harbourText, other), await put('c.txt', bridgeText, other)]
    expect((await importNow(paths, other)).files.map(say)).toEqual([
      'b.txt refused parser-died',
      'c.txt imported',
    ])
    await other.close()
  })

  it('ends where the folder of the archive went away, and calls nothing imported that is not', async () => {
    const path = await put('a.txt', harbourText)
    const { folder } = test.app.archive
    await rename(folder, `${folder}-away`)
    const { job, files } = await importNow([path])
    expect(job).toMatchObject({ state: 'failed', error: { code: 'archive-gone' } })
    expect(files).toEqual([])
    await expect(test.client.library.describe({})).rejects.toMatchObject({ code: 'archive-gone' })
    await rename(`${folder}-away`, folder)
    expect((await importNow([path])).files.map(say)).toEqual(['a.txt imported'])
  })
})

describe('a pack', () => {
  let pack = ''
  let article = ''
  let other: TestApp
  beforeEach(async () => {
    const { files } = await importNow([await put('a.txt', harbourText), await put('b.txt', bridgeText)])
    article = files[0]?.id ?? ''
    pack = join(test.folder, 'pack')
    const { job } = await test.finish(
      await test.app.exports.start({ selection: {}, destination: pack, form: 'folder', profile: 'full' }),
    )
    expect(job).toMatchObject({ state: 'done' })
    other = await openTestApp()
  })
  afterEach(() => other.close())

  it('brings its records under their ids, with their originals and whole chains', async () => {
    const { files } = await importNow([pack], other)
    expect(files.map(({ outcome, kind }) => `${outcome} ${kind}`)).toEqual([
      'imported article',
      'imported article',
    ])
    const [here, there] = [test.app.archive.catalogue, other.app.archive.catalogue]
    expect(there.record(article)).toEqual(here.record(article))
    expect(there.events(article)).toEqual(here.events(article, { local: false }))
    expect(there.events(article, { local: true }).map(({ action, local }) => [action, local])).toEqual([
      ['import', false],
      ['import-pack', true],
    ])
    expect(await other.app.archive.originals.has(sha256Of(harbourText))).toBe(true)
  })

  it('is a duplicate where all of it is held', async () => {
    await importNow([pack], other)
    expect((await importNow([pack], other)).files.map(say)).toEqual(['pack duplicate'])
    expect((await importNow([pack])).files.map(say)).toEqual(['pack duplicate'])
  })

  it('never overwrites a record that is held with other content', async () => {
    await importNow([pack], other)
    const edit = (headline: string, { app }: TestApp): ArticleRecord => {
      const held = app.archive.catalogue.record(article)
      if (held?.kind !== 'article') throw new TypeError('no article')
      const edited = { ...held, headline }
      const records = { ...emptyRecordSet, articles: [edited] }
      app.archive.catalogue.commit({ records, action: 'edit', actor: 'tester' })
      return edited
    }
    const edited = edit('Edited here', other)
    edit('Edited there', test)
    const later = join(test.folder, 'later')
    const asked = { selection: {}, destination: later, form: 'folder', profile: 'full' } as const
    await test.finish(await test.app.exports.start(asked))
    const { files } = await importNow([later], other)
    expect(files.map(say)).toEqual(['later refused conflict'])
    expect(files[0]?.error?.message).toContain('Edited here')
    expect(other.app.archive.catalogue.record(article)).toEqual(edited)
  })

  it('that would take more than half of the free disk is refused at the dry run and at the import', async () => {
    let freeBytes = 100
    const full = await openTestApp((archive) => ({
      archive: {
        ...archive,
        originals: { ...archive.originals, freeBytes: () => Promise.resolve(freeBytes) },
      },
    }))
    expect((await importNow([pack], full)).files.map(say)).toEqual(['pack refused pack-unsafe'])
    freeBytes = 1e12
    const planId = await plan([pack], false, full)
    freeBytes = 100
    const { files } = await full.finish(full.app.imports.commit(planId, noChoices))
    expect(files.map(say)).toEqual(['pack refused pack-unsafe'])
    expect(full.app.archive.catalogue.countItems()).toBe(0)
    freeBytes = 1e12
    expect((await importNow([pack], full)).files.map(({ outcome }) => outcome)).toEqual([
      'imported',
      'imported',
    ])
    await full.close()
  })

  it('of many articles comes in slices: what was told stays where it is stopped, and the same pack brings the rest', async () => {
    const many = 130
    const texts = Array.from(
      { length: many },
      (_, at) => `Report ${at}\n\nWord ${at}.\n\nSource: Wire ${at % 7}\n`,
    )
    await mkdir(join(test.folder, 'many'))
    await Promise.all(texts.map((text, at) => put(`many/${at}.txt`, text)))
    await importNow([join(test.folder, 'many')])
    const large = join(test.folder, 'large')
    await test.finish(
      await test.app.exports.start({ selection: {}, destination: large, form: 'folder', profile: 'full' }),
    )
    const { catalogue } = other.app.archive
    const { commit: store } = catalogue
    const sizes: number[] = []
    const stopAfter = { commits: 2, id: '' }
    Object.assign(catalogue, {
      commit: (change: Parameters<typeof store>[0]) => {
        sizes.push(change.records.articles.length)
        if (sizes.length === stopAfter.commits) other.app.jobs.cancel(stopAfter.id)
        return store(change)
      },
    })
    const started = other.app.imports.importNow([large], { keepUnreadable: false })
    stopAfter.id = started.id
    const stopped = await other.finish(started)
    expect(stopped.job).toMatchObject({
      state: 'cancelled',
      progress: { inside: { done: stopped.files.length, total: many + 2 } },
    })
    const told = stopped.files.map(({ id }) => id)
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(many)
    expect(catalogue.countItems()).toBe(told.length)
    expect(await verifyArchive(other.app.archive, {})).toMatchObject({ problems: 0 })
    expect(await staged(other)).toEqual([])

    const rest = await importNow([large], other)
    expect(
      rest.files
        .filter(({ outcome }) => outcome === 'duplicate')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(told.sort())
    expect(rest.files.filter(({ outcome }) => outcome === 'imported')).toHaveLength(many + 2 - told.length)
    expect(catalogue.countItems()).toBe(many + 2)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(40)
    for (const id of [...told, article])
      expect(catalogue.events(id ?? '')).toEqual(test.app.archive.catalogue.events(id ?? ''))
  })

  it('that was changed is refused as a whole', async () => {
    await writeFile(join(pack, 'data/index.html'), 'changed')
    expect((await importNow([pack], other)).files.map(say)).toEqual(['pack refused pack-changed'])
    expect(other.app.archive.catalogue.countItems()).toBe(0)
  })

  it('that is another one by the time of the commit is not taken', async () => {
    const planId = await plan([pack], false, other)
    const smaller = join(test.folder, 'smaller')
    await test.finish(
      await test.app.exports.start({
        selection: { ids: [article] },
        destination: smaller,
        form: 'folder',
        profile: 'full',
      }),
    )
    await rm(pack, { recursive: true })
    await rename(smaller, pack)
    const { files } = await other.finish(other.app.imports.commit(planId, noChoices))
    expect(files.map(say)).toEqual(['pack refused changed'])
  })
})
