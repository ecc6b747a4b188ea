import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { expect, test } from './fixtures/test'
import { readZip, unpack, writeZip, type Files } from './fixtures/zips'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { packOf } from './pages/packOf'
import { readingOf } from './pages/readingOf'
import { sealingOf } from './pages/sealingOf'
import { shellOf } from './pages/shellOf'
import { verifyOf } from './pages/verifyOf'

/** The bag's own folder in a zip, and the names below it. */
const bagOf = (files: Files): string => [...files.keys()][0]?.split('/')[0] ?? ''

const sumsDiffer = (files: Files): readonly string[] => {
  const bag = bagOf(files)
  const manifest = files.get(`${bag}/manifest-sha256.txt`)?.toString('utf8') ?? ''
  return manifest
    .split('\n')
    .filter(Boolean)
    .filter((line) => {
      const [sum, name] = line.split(/ {2}/)
      const bytes = files.get(`${bag}/${name}`) ?? Buffer.alloc(0)
      return createHash('sha256').update(bytes).digest('hex') !== sum
    })
}

/** One whole record of each kind: that all of them come back equal is shown beside the pack's own code. */
const recordsOf = async (archive: ArchiveFolder, folder: string): Promise<readonly unknown[]> => {
  const kinds = ['article', 'reference', 'source', 'citation']
  const lists = await Promise.all(
    kinds.map((kind) => archive.cli('list', '--archive', folder, '--kind', kind)),
  )
  const ids = lists.map(({ lines }) => lines.map(({ id }) => String(id)).sort())
  const shown = await Promise.all(ids.map(([id]) => archive.cli('show', '--archive', folder, id ?? '')))
  return [ids, ...shown.map(({ lines }) => lines)]
}

test('makes a pack of what is chosen, which can be checked, read and taken in elsewhere', async ({
  anyBrowser,
  archive,
  page,
  running,
}) => {
  const pack = packOf(page)
  await libraryOf(page).openBundled()
  await readingOf(page).pane.getByRole('button', { name: 'Make a pack…' }).click()
  await expect(pack.scope('What is chosen in the list')).toBeChecked()
  await expect(pack.pane.getByRole('row', { name: `${bundledHeadline} Article` })).toBeVisible()
  for (const [name, count] of Object.entries({
    Articles: 1,
    Passages: 23,
    Citations: 9,
    Sources: 6,
    'Photo slots': 14,
    Photos: 0,
  }))
    await expect(pack.count(name)).toHaveText(new RegExp(`${count}$`))
  const path = join(archive.scratch, 'pack.zip')
  await pack.saveTo(running, path)
  await expect(pack.made.getByText(/^\d items?$/)).toBeVisible()

  const files = await readZip(path)
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  await expect(pack.made).toContainText(sha256.match(/.{4}/g)?.join('') ?? '')
  expect(sumsDiffer(files)).toEqual([])
  expect((await archive.cli('verify', path)).lines.at(-1)).toMatchObject({ event: 'verified', ok: true })

  const other = join(archive.scratch, 'Other')
  await archive.cli('init', other)
  expect((await archive.cli('import', '--archive', other, path)).code).toBe(0)
  expect(await recordsOf(archive, other)).toEqual(await recordsOf(archive, archive.folder))

  await unpack(files, join(archive.scratch, 'unpacked'))
  const context = await anyBrowser.newContext({ javaScriptEnabled: false, offline: true })
  const reader = await context.newPage()
  const index = join(archive.scratch, 'unpacked', bagOf(files), 'data', 'index.html')
  await reader.goto(pathToFileURL(index).href)
  await expect(reader.getByText(bundledHeadline).first()).toBeVisible()
  await reader.getByRole('link', { name: bundledHeadline }).first().click()
  await expect(reader.getByText('The Syrian Democratic Forces (SDF), which have US support')).toBeVisible()
  await expect(reader.getByText('Source: The Intercept, Reuters')).toBeVisible()
  await context.close()
})

const changed = (files: Files, change: (files: Map<string, Buffer>, bag: string) => void): Files => {
  const copy = new Map(files)
  change(copy, bagOf(files))
  return copy
}

const flipOneBit = (bytes: Buffer | undefined): Buffer => {
  const copy = Buffer.from(bytes ?? '')
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
  return copy
}

test('names each file of a pack that was changed, taken away or added', async ({
  archive,
  page,
  running,
}) => {
  const pack = packOf(page)
  const verify = verifyOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).packButton.click()
  await pack.scope('The whole archive').check()
  const path = join(archive.scratch, 'files', 'sent.zip')
  await pack.saveTo(running, path)
  await verify.checkPack(running, path)
  await expect(verify.result('Unchanged and complete', 'sent.zip')).toBeVisible()

  const files = await readZip(path)
  const write = (name: string, change: (files: Map<string, Buffer>, bag: string) => void): Promise<string> =>
    writeZip(join(archive.scratch, 'files', name), changed(files, change))
  const original = [...files.keys()].find((name) => name.includes('/data/originals/')) ?? ''
  const inBag = original.slice(original.indexOf('/') + 1)

  await verify.checkPack(
    running,
    await write('changed.zip', (all) => all.set(original, flipOneBit(all.get(original)))),
  )
  const wasChanged = verify.result('Changed since it was made', 'changed.zip')
  await expect(wasChanged.getByRole('row', { name: `Changed ${inBag}` })).toBeVisible()

  await verify.checkPack(running, await write('missing.zip', (all) => all.delete(original)))
  const isMissing = verify.result('Unchanged, but not complete', 'missing.zip')
  await expect(isMissing.getByRole('row', { name: `Missing ${inBag}` })).toBeVisible()

  await verify.checkPack(
    running,
    await write('added.zip', (all, bag) => all.set(`${bag}/data/note.txt`, Buffer.from('one more'))),
  )
  const wasAdded = verify.result('Unchanged, but not complete', 'added.zip')
  await expect(wasAdded.getByRole('row', { name: 'Added data/note.txt' })).toBeVisible()
})

const articleNumber = (number: number): string =>
  `Report ${number} from the harbour\n\n${Array.from(
    { length: 12 },
    (_, at) =>
      `Paragraph ${at} of report ${number} says how many ships came in on that day, and what they carried.\n\nSource: Reuters\n`,
  ).join('\n')}`

test('stops the making of a pack and a comparison with one, and leaves nothing behind', async ({
  archive,
  start,
}) => {
  test.slow()
  const folder = join(archive.scratch, 'files', 'reports')
  await mkdir(folder)
  for (let number = 0; number < 300; number += 1)
    await writeFile(join(folder, `${number}.txt`), articleNumber(number))
  await archive.cli('init', archive.folder)
  expect((await archive.cli('import', folder)).code).toBe(0)
  const earlier = join(archive.scratch, 'files', 'earlier.zip')
  expect((await archive.cli('export', '--zip', earlier)).code).toBe(0)
  const running = await start()
  const pack = packOf(running.page)
  await expect(shellOf(running.page).entry('Articles')).toHaveText(/300$/)
  await shellOf(running.page).packButton.click()
  await expect(pack.count('Articles')).toHaveText(/300$/)
  const place = join(archive.scratch, 'packs')
  await mkdir(place)
  await running.destination(join(place, 'pack.zip'))
  await pack.make.click()
  await pack.cancel.click()
  await expect(
    pack.pane.getByText('Stopped on request. Nothing was left where the pack was to be.'),
  ).toBeVisible()
  expect(existsSync(join(place, 'pack.zip'))).toBe(false)
  expect(await readdir(place)).toEqual([])

  const { compare, comparing, since } = sealingOf(running.page)
  await running.choose([earlier], () => compare.click())
  await comparing.getByRole('button', { name: 'Cancel' }).click()
  await expect(since).toContainText('Stopped on request. Nothing was changed by comparing.')
  await expect(comparing).toBeHidden()
  await expect(since).not.toContainText('Since earlier.zip')
})
