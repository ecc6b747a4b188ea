import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { harbourText } from '../../fixtures/articleFiles'
import { openTestApp, type TestApp } from '../../fixtures/openTestApp'
import { findBundledPack } from '../../process/findBundledPack'
import { importBundledPack } from './importBundledPack'

let test: TestApp
let pack = ''
beforeEach(async () => {
  test = await openTestApp()
  pack = (await findBundledPack(resolve(import.meta.dirname, '../../../../archive'))) ?? ''
})
afterEach(() => test.close())

const bring = (from = pack): Promise<void> =>
  importBundledPack(from, test.app, (line) => void (test.logged as string[]).push(line))
const counts = () => test.app.archive.catalogue.describe().counts

describe('the bundled pack', () => {
  it('is in a new archive after its first start', async () => {
    await bring()
    expect(counts()).toMatchObject({ article: 1, reference: 1, photo: 0, slot: 14, citation: 9, source: 6 })
    expect(test.app.archive.catalogue.noted('bundled')).toBe(true)
    expect(test.logged).toEqual([])
  })

  it('does not come again, and not into an archive that holds something', async () => {
    await bring()
    const revision = test.app.archive.catalogue.revision()
    await bring()
    expect(test.app.archive.catalogue.revision()).toBe(revision)

    const other = await openTestApp()
    await writeFile(join(other.folder, 'a.txt'), harbourText)
    await other.finish(other.app.imports.importNow([join(other.folder, 'a.txt')], { keepUnreadable: false }))
    await importBundledPack(pack, other.app, () => undefined)
    expect(other.app.archive.catalogue.describe().counts).toMatchObject({ article: 1, reference: 0 })
    expect(other.app.archive.catalogue.noted('bundled')).toBe(false)
    await other.close()
  })

  it('that is damaged is left out, told, and tried again at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cuttings-bundle-'))
    const damaged = join(folder, 'pack')
    await cp(pack, damaged, { recursive: true })
    await writeFile(join(damaged, 'data/index.html'), 'changed')
    await bring(damaged)
    expect(counts()).toMatchObject({ article: 0 })
    expect(test.logged.join()).toContain('the bundled pack was not imported')
    await bring()
    expect(counts()).toMatchObject({ article: 1 })
    await rm(folder, { recursive: true })
  })
})
