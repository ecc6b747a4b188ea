import { truncate, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock as clock } from '#core/records/clock'
import { copyOpen } from '#core/store/fixtures/copyOpen'
import { createExampleArchive } from '#core/store/fixtures/exampleArchive'
import { openArchive } from '#core/store/openArchive'
import { linesOf, runInProcess } from './fixtures/runInProcess'

const setUp = async () => {
  const { archive, folder, article, bytes } = await createExampleArchive()
  await archive.close()
  await (await openArchive(folder, { clock })).close()
  const run = (...args: string[]) => runInProcess(dirname(folder), ['--archive', folder, ...args])
  return { archive, folder, article, bytes, run }
}

test('removes an item, lists it in the trash, brings it back, and destroys it', async () => {
  const { article, run } = await setUp()
  expect(await run('remove', article.id)).toMatchObject({ status: 0 })
  expect((await run('list')).out).toBe('')
  const { out } = await run('trash', '--json')
  expect(linesOf(out)[0]).toMatchObject({ id: article.id, kind: 'article', title: article.headline })
  expect((await run('trash', '--restore', article.id)).out).toContain('Brought back 1')
  expect((await run('list')).out).toContain(article.id)
  await run('remove', article.id)
  expect(linesOf((await run('trash', '--empty', '--json')).out)).toEqual([
    { event: 'emptied', destroyed: 1, kept: 0, files: 1 },
  ])
  expect(await run('show', article.id)).toMatchObject({ status: 1 })
  expect(await run('verify')).toMatchObject({ status: 0 })
})

test('says of what a pack brings again that it lies in the trash, as a sentence and in JSON', async () => {
  const { article, folder, run } = await setUp()
  const pack = `${folder}-pack`
  expect(await run('export', pack)).toMatchObject({ status: 0 })
  await run('remove', article.id)
  const message = 'One of its records is held in the trash. Bring it back from there.'
  const [line] = linesOf((await run('import', pack, '--json')).out)
  expect(line).toMatchObject({ event: 'duplicate', message })
  expect((await run('import', pack)).out).toContain(`is held already. ${message}`)
  expect((await run('import', pack, '--dry-run')).out).toContain(`is held already. ${message}`)
})

test('puts an original back from a copy of the archive', async () => {
  const { archive, folder, bytes, run } = await setUp()
  const copy = `${folder}-copy`
  await copyOpen(folder, copy)
  await unlink(archive.originals.pathOf(bytes.sha256))
  expect(await run('verify')).toMatchObject({ status: 1 })
  const { status, out } = await run('repair', copy, '--json')
  expect(status).toBe(0)
  expect(linesOf(out).at(-1)).toEqual({
    event: 'done',
    checked: 1,
    repaired: 1,
    left: 0,
    records: { checked: 2, repaired: 0, left: 0 },
  })
  expect(await run('verify')).toMatchObject({ status: 0 })
  expect(await run('repair', join(folder, '..'))).toMatchObject({ status: 3 })
})

test('shows the copies of a damaged catalogue and puts one in its place', async () => {
  const { archive, article, run } = await setUp()
  await truncate(archive.layout.catalogue, 3000)
  expect(await run('list')).toMatchObject({ status: 3 })
  const [backup] = linesOf((await run('backups', '--json')).out)
  expect(backup).toMatchObject({ sound: true, counts: { article: 1 } })
  expect(await run('backups', '--restore', String(backup?.['name']))).toMatchObject({ status: 0 })
  expect((await run('list')).out).toContain(article.id)
})
