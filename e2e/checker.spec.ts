import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'
import { checkout, type ArchiveFolder } from './fixtures/archiveFolder'
import { dropFiles } from './fixtures/dropFiles'
import { expect, test } from './fixtures/test'
import { readZip, unpack, writeZip } from './fixtures/zips'
import { checkerOf } from './pages/checkerOf'

const bundled = join(checkout, 'archive/isis-caliphate-baghouz-2019')

/** A pack of the bundled article as a zip and as a folder, made by the command line: no host is asked. */
const makePacks = async (archive: ArchiveFolder) => {
  const zip = join(archive.scratch, 'pack.zip')
  await archive.cli('init', archive.folder)
  expect((await archive.cli('import', bundled)).code).toBe(0)
  const made = await archive.cli('export', zip)
  expect(made.code).toBe(0)
  const files = await readZip(zip)
  const bag = [...files.keys()][0]?.split('/')[0] ?? ''
  await unpack(files, join(archive.scratch, 'unpacked'))
  return { zip, files, bag, folder: join(archive.scratch, 'unpacked', bag), line: made.lines.at(-1) }
}

const openChecker = async (browser: Browser, folder: string, javaScriptEnabled = true) => {
  const context = await browser.newContext({ offline: true, javaScriptEnabled })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url())
  })
  await page.goto(pathToFileURL(join(folder, 'verify.html')).href)
  return { page, checker: checkerOf(page), complaints, close: () => context.close() }
}

test('verify.html finds a pack in order from the disk, as a zip and as a folder, and tells its words', async ({
  anyBrowser,
  archive,
}) => {
  const { zip, folder, line } = await makePacks(archive)
  const { page, checker, complaints, close } = await openChecker(anyBrowser, folder)
  for (const [kind, path] of [
    ['zip', zip],
    ['folder', folder],
  ] as const) {
    await checker.choose(kind, path)
    await expect(checker.verdict).toHaveText('Unchanged and complete')
    await expect(checker.quotations).toHaveText(/9 quotations stand word for word/)
    expect(await checker.words()).toEqual(line?.['words'])
  }
  await checker.heard.fill((await checker.words()).join(' ').toUpperCase())
  await expect(checker.answer).toHaveText(/^The same/)
  await checker.heard.fill('qwerty')
  await expect(checker.answer).toHaveText(/no fingerprint has the word “qwerty”/)

  await checker.choose('zip', join(folder, 'bagit.txt'))
  await expect(checker.result).toHaveText(/damaged, or it is no zip/)
  await dropFiles(page, [folder])
  await expect(checker.verdict).toHaveText('Unchanged and complete')
  await dropFiles(page, [zip])
  await expect(checker.result).toContainText('pack.zip')
  expect(complaints).toEqual([])
  await close()
})

test('verify.html names what was changed, what is missing and what was added', async ({
  anyBrowser,
  archive,
}) => {
  const { files, folder, bag } = await makePacks(archive)
  const { checker, close } = await openChecker(anyBrowser, folder)
  const text = [...files.keys()].find((path) => path.endsWith('/article.txt')) ?? ''
  const inBag = text.slice(bag.length + 1)
  await writeFile(join(folder, inBag), `${files.get(text)?.toString()}x`)
  await rm(join(folder, 'data/sources/sources.csv'))
  await writeFile(join(folder, 'data/note.txt'), 'one more')
  await checker.choose('folder', folder)
  await expect(checker.verdict).toHaveText('Changed since it was made')
  for (const [kind, path] of [
    ['Changed', inBag],
    ['Missing', 'data/sources/sources.csv'],
    ['Added', 'data/note.txt'],
  ] as const)
    await expect(checker.result.locator(`h3:has-text("${kind}") + ul`).getByText(path)).toBeVisible()

  const changed = new Map(files)
  changed.set(text, Buffer.from(`${files.get(text)?.toString()}x`))
  await checker.choose('zip', await writeZip(join(archive.scratch, 'changed.zip'), changed))
  await expect(checker.verdict).toHaveText('Changed since it was made')
  // Negative control: the same zip written anew, with nothing changed, is in order.
  await checker.choose('zip', await writeZip(join(archive.scratch, 'same.zip'), files))
  await expect(checker.verdict).toHaveText('Unchanged and complete')
  await close()
})

test('verify.html says what to do where scripts are off', async ({ anyBrowser, archive }) => {
  const { folder } = await makePacks(archive)
  const { page, close } = await openChecker(anyBrowser, folder, false)
  await expect(page.getByText('VERIFY.txt, beside this file, says how')).toBeVisible()
  await expect(page.getByText('Drop the pack here')).toBeHidden()
  await expect(page.getByText('It cannot prove itself.')).toBeVisible()
  await close()
})
