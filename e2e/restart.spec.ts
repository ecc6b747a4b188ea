import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startServer } from './fixtures/browserHost'
import { expect, test } from './fixtures/test'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'

const gone = 'The folder of the archive is no longer there.'

test('goes on where the process behind the archive is killed, and says so', async ({ page, running }) => {
  const shell = shellOf(page)
  const library = libraryOf(page)
  await library.openBundled()
  const before = await running.corePid()
  process.kill(before, 'SIGKILL')
  await expect(shell.said).toHaveText(/^The archive process ended and was started again\./)
  expect(await running.corePid()).not.toBe(before)

  await expect(readingOf(page).headline).toHaveText(bundledHeadline)
  await shell.entry('Sources').click()
  await library.row('Reuters').click()
  await expect(readingOf(page).headline).toHaveText('Reuters')
  await shell.search.fill('tunnel')
  await expect(page.getByRole('region', { name: 'Search results' }).getByRole('option')).toHaveCount(3)
})

test('says that the folder of the archive is gone, makes nothing in its place, and goes on once it is back', async ({
  archive,
  page,
  running,
}) => {
  const library = libraryOf(page)
  const away = join(archive.scratch, 'unplugged')
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await expect(library.article(bundledHeadline)).toBeVisible()
  await rename(archive.folder, away)
  await page.reload()
  await expect(library.pane.getByRole('alert')).toContainText(gone)
  expect(existsSync(archive.folder)).toBe(false)

  process.kill(await running.corePid(), 'SIGKILL')
  await expect(page.getByRole('heading', { name: 'The archive could not be opened' })).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(/There is no archive at .*Nothing was changed\./)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toContainText(/There is no archive at/)
  expect(existsSync(archive.folder)).toBe(false)

  await rename(away, archive.folder)
  // The attempt of before may still be under way, and find the folder back.
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 })
    await expect(library.article(bundledHeadline)).toBeVisible({ timeout: 5000 })
  }).toPass()
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
})

test('reads an archive that another process is writing, and says which and since when', async ({
  archive,
  start,
}) => {
  const holder = await startServer(archive)
  try {
    const { page } = await start()
    const shell = shellOf(page)
    await expect(shell.notices).toContainText(/\(process \d+\) has been writing to this archive since .+\./)
    await expect(shell.importButton).toBeDisabled()
    await libraryOf(page).openBundled()
    await expect(readingOf(page).passageLinks).toHaveCount(20)
    await holder.stop()
    await shell.notices.getByRole('button', { name: 'Try again' }).click()
    await expect(shell.notices).toHaveCount(0)
    await expect(shell.importButton).toBeEnabled()
  } finally {
    await holder.stop()
  }
})

test('takes the lock that another machine left, on the word of the user, and writes', async ({
  archive,
  start,
}) => {
  const first = await start()
  await expect(shellOf(first.page).entry('Articles')).toHaveText(/1$/)
  await first.stop()
  const lock = join(archive.folder, 'lock.json')
  const theirs = { host: 'desk-2', pid: 7, since: '2026-11-22T10:00:00.000Z', token: 't' }
  await writeFile(lock, `${JSON.stringify(theirs)}\n`)

  const { page, corePid } = await start()
  const shell = shellOf(page)
  await expect(shell.notices).toContainText('desk-2 (process 7) has been writing')
  await expect(shell.importButton).toBeDisabled()
  await shell.notices.getByRole('button', { name: 'Write anyway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take over the archive?' })
  await expect(dialog).toContainText('can damage it')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(shell.importButton).toBeDisabled()
  expect(JSON.parse(await readFile(lock, 'utf8'))).toEqual(theirs)

  await shell.notices.getByRole('button', { name: 'Write anyway' }).click()
  await dialog.getByRole('button', { name: 'Take over and write' }).click()
  await expect(shell.notices).toHaveCount(0)
  await expect(shell.importButton).toBeEnabled()
  expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: await corePid() })
})

test('reads an archive of a newer format where that is allowed, and leaves one alone where it is not', async ({
  archive,
  start,
}) => {
  const first = await start()
  await expect(shellOf(first.page).entry('Articles')).toHaveText(/1$/)
  await first.stop()
  const marker = join(archive.folder, 'archive.json')
  const text = await readFile(marker, 'utf8')
  const newer = (oldestReader: number): string =>
    JSON.stringify({ ...(JSON.parse(text) as object), version: 9, oldestReader, oldestWriter: 9 })

  await writeFile(marker, newer(1))
  const { page, stop } = await start()
  await expect(shellOf(page).notices).toContainText('A newer version of Cuttings wrote this archive.')
  await expect(shellOf(page).importButton).toBeDisabled()
  await libraryOf(page).openBundled()
  await stop()
  expect(await readFile(marker, 'utf8')).toBe(newer(1))

  await writeFile(marker, newer(9))
  const refused = await archive.cli('list')
  expect(refused).toMatchObject({ code: 3, lines: [{ code: 'archive-newer' }] })
})
