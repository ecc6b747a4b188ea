import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dependentStyle, ownStyle } from '../exporters/csl/fixtures/ownStyle'
import { createWritePack } from '../exporters/pack/createWritePack'
import { plainBibliography, sampleOptions } from '../exporters/pack/fixtures/samplePack'
import { wholePack } from '../exporters/pack/fixtures/wholePack'
import { packDisk } from '../exporters/pack/packDisk'
import { verifyPack } from '../exporters/pack/verifyPack'
import { openTestApp, type TestApp } from '../fixtures/openTestApp'

const writePack = createWritePack({
  disk: packDisk,
  verify: verifyPack,
  formatBibliography: plainBibliography,
})

let test: TestApp
beforeEach(async () => {
  test = await openTestApp()
})
afterEach(() => test.close())

const book = {
  type: 'book',
  title: 'The old quay',
  author: [{ family: 'Sample', given: 'Anna' }],
  issued: { 'date-parts': [[2001]] },
}

const events = (id: string): string[] =>
  test.app.archive.catalogue.events(id, { local: true }).map(({ action }) => action)

describe('editing a reference', () => {
  it('makes one, with a key of its author, year and title, and tells what is missing', async () => {
    const { references } = test.client
    const made = await references.create({ csl: book })
    expect(made).toMatchObject({ key: 'sample2001old', csl: { id: 'sample2001old', type: 'book' } })
    expect((await references.get({ id: made.id })).missing).toEqual(['publisher'])
    const again = await references.create({ csl: book })
    expect(again.key).toBe('sample2001old-2')
    expect(events(made.id)).toEqual(['edit'])
  })

  it('takes a new one back to the trash, whole, and brings it again', async () => {
    const { references, trash, library } = test.client
    const count = async () => (await library.list({ filter: { kind: 'reference' } })).total
    const before = await count()
    const made = await references.create({ csl: book })
    await trash.remove({ ids: [made.id] })
    expect(await count()).toBe(before)
    expect((await trash.list({})).rows).toMatchObject([{ id: made.id, kind: 'reference' }])
    await trash.restore({ ids: [made.id] })
    expect((await references.get({ id: made.id })).reference).toEqual(made)
  })

  it('keeps the key while its words change, and writes one event for one change', async () => {
    const { references } = test.client
    const made = await references.create({ csl: book })
    const saved = await references.save({
      id: made.id,
      csl: { ...book, title: 'The new quay', publisher: '  Harbour  Press ' },
    })
    expect(saved).toMatchObject({ key: made.key, csl: { title: 'The new quay', publisher: 'Harbour Press' } })
    await references.save({
      id: made.id,
      csl: { ...book, title: 'The new quay', publisher: 'Harbour Press' },
    })
    expect(events(made.id)).toEqual(['edit', 'edit'])
    expect((await references.save({ id: made.id, csl: book })).csl).toEqual(made.csl)
    expect((await test.client.references.get({ id: made.id })).reference).toEqual(made)
  })

  it('refuses a key that another reference has, and gives a free one', async () => {
    const { references } = test.client
    const one = await references.create({ csl: book, key: 'quay' })
    const two = await references.create({ csl: book, key: 'quay-b' })
    await expect(references.create({ csl: book, key: 'quay' })).rejects.toMatchObject({ code: 'key-taken' })
    await expect(references.save({ id: two.id, csl: book, key: 'quay' })).rejects.toMatchObject({
      code: 'key-taken',
    })
    expect((await references.save({ id: one.id, csl: book, key: 'pier' })).key).toBe('pier')
    expect((await references.save({ id: two.id, csl: book, key: 'quay' })).key).toBe('quay')
  })

  it('keeps dates as far as they are known, four of them apart, and their words as printed', async () => {
    const csl = {
      ...book,
      issued: {
        'date-parts': [
          [2019, 3],
          [2019, 5],
        ],
        literal: 'Spring 2019',
      },
      accessed: { 'date-parts': [[2026, 11, 22]] },
      custom: { updated: '2019-06', captured: '2026-11-22T10:00:00Z' },
    }
    const made = await test.client.references.create({ csl })
    expect(made.csl).toMatchObject(csl)
  })

  it('is found by its new words, and no longer by the old ones', async () => {
    const { references } = test.client
    const { id } = await references.create({ csl: book })
    await references.save({ id, csl: { ...book, title: 'A pier of brick' } })
    await test.app.search.catchUp()
    expect(await test.app.search.select('pier')).toEqual([id])
    expect(await test.app.search.select('"old quay"')).toEqual([])
  })

  it('completes from what references of the archive have, the most frequent first', async () => {
    const { references } = test.client
    for (const publisher of ['Harbour Press', 'Harbour Press', 'Hárbour Office', 'Guild'])
      await references.create({ csl: { ...book, publisher } })
    expect(await references.complete({ variable: 'publisher', text: 'harb' })).toEqual([
      'Harbour Press',
      'Hárbour Office',
    ])
    expect(await references.complete({ variable: 'author', text: '' })).toEqual(['Sample, Anna'])
    expect(await references.complete({ variable: 'nonsense', text: '' })).toEqual([])
  })
})

describe('styles of the user', () => {
  const added = join('archive', 'styles')

  it('are kept in the archive under a name of their content, and taken away again', async () => {
    const { references } = test.client
    const path = join(test.folder, 'own.csl')
    await writeFile(path, ownStyle())
    const style = await references.addStyle({ token: test.tokenFor(path) })
    expect(style).toMatchObject({ title: 'Harbour house style', isAdded: true })
    await references.addStyle({ text: ownStyle() })
    const names = await readdir(join(test.folder, added))
    expect(names).toEqual([`${style.id}.json`])
    expect((await stat(join(test.folder, added, names[0] ?? ''))).mode & 0o777).toBe(0o600)
    expect((await references.styles({})).styles.at(-1)).toEqual(style)
    expect(await references.removeStyle({ id: style.id })).toEqual({ text: ownStyle() })
    expect(await readdir(join(test.folder, added))).toEqual([])
  })

  it('that only point at another are used where that is here, and else say which is missing', async () => {
    const { references } = test.client
    const { id } = await references.create({ csl: book })
    const style = await references.addStyle({ text: dependentStyle('apa') })
    const { text } = await references.cite({ subject: { ids: [id] }, form: 'bibliography', style: style.id })
    expect(text).toBe('Sample, A. (2001). The old quay.')
    await expect(references.addStyle({ text: dependentStyle('nature') })).rejects.toMatchObject({
      code: 'style-parent',
      message: expect.stringContaining('"nature"'),
    })
  })

  it('that cannot be used leave nothing there, nor does a file beside them that is none', async () => {
    const { references } = test.client
    await expect(references.addStyle({ text: '<html/>' })).rejects.toMatchObject({ code: 'style-unreadable' })
    await expect(readdir(join(test.folder, added))).rejects.toMatchObject({ code: 'ENOENT' })
    const { id } = await references.addStyle({ text: ownStyle() })
    await writeFile(join(test.folder, added, 'added-0000000000000000.json'), '{"id":1}')
    expect((await references.styles({})).styles.filter(({ isAdded }) => isAdded)).toMatchObject([{ id }])
    const huge = join(test.folder, 'huge.csl')
    await writeFile(huge, ' '.repeat(1_000_001))
    await expect(references.addStyle({ token: test.tokenFor(huge) })).rejects.toMatchObject({
      code: 'style-unreadable',
    })
  })
})

describe('citing', () => {
  const importWhole = async (): Promise<void> => {
    const pack = join(test.folder, 'whole')
    await writePack(wholePack, sampleOptions(pack))
    await test.finish(test.app.imports.importNow([pack], { keepUnreadable: false }))
  }

  it('shows what is being edited before it is saved, in four forms', async () => {
    const item = { id: 'draft', ...book, title: '<script>alert(1)</script> & *quay*' }
    const cited = await test.client.references.cite({ subject: { item }, form: 'bibliography', style: 'apa' })
    expect(cited.entries[0]?.some(({ italic }) => italic)).toBe(true)
    expect(cited.html).toContain('&lt;script&gt;')
    expect(cited.html).not.toContain('<script')
    expect(cited.markdown).toContain('\\<script\\>alert(1)\\</script\\> & \\*quay\\*')
    expect(cited.text).toContain('<script>alert(1)</script> & *quay*')
  })

  it('cites articles and photos beside references, each by what it states', async () => {
    const [article] = wholePack.records.articles
    const [photo] = wholePack.records.photos
    if (!article || !photo) throw new TypeError('the sample has both')
    await importWhole()
    const made = await test.client.references.create({ csl: book })
    const ids = [article.id, photo.id, made.id]
    const { text, entries } = await test.client.references.cite({
      subject: { ids },
      form: 'bibliography',
      style: 'apa',
    })
    expect(entries).toHaveLength(3)
    for (const title of ['14 photographs', 'The crane', 'The old quay'])
      expect(text.toLowerCase()).toContain(title.toLowerCase())
    const line = await test.client.references.cite({ subject: { ids: [photo.id] }, form: 'source-line' })
    expect(line.text).toBe('Source: A. Name')
    const [source] = wholePack.records.sources
    const asked = test.client.references.cite({ subject: { ids: [source?.id ?? ''] }, form: 'bibliography' })
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
  })
})
