import { chmod, cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { verifyOf } from './pages/verifyOf'

/** Flips one bit of the first original, as a disk that ages does. */
const flipOriginal = async ({ folder }: ArchiveFolder): Promise<string> => {
  const entries = await readdir(join(folder, 'originals'), { recursive: true, withFileTypes: true })
  const file = entries.find((entry) => entry.isFile())
  if (!file) throw new Error('the archive has no original')
  const path = join(file.parentPath, file.name)
  const bytes = await readFile(path)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  await chmod(path, 0o600)
  await writeFile(path, bytes)
  return path
}

/** The archive of a first start, closed again. */
const makeArchive = async (start: () => Promise<RunningHost>): Promise<void> => {
  const { page, stop } = await start()
  await libraryOf(page).openBundled()
  await stop()
}

/** The same with the day's copy of its catalogue, which opening makes if there is none yet. */
const makeBackedUp = async (start: () => Promise<RunningHost>): Promise<void> => {
  await makeArchive(start)
  await (await start()).stop()
}

test('finds an original that changed on the disk, and puts it back from a copy of the archive', async ({
  archive,
  host,
  start,
}) => {
  test.slow()
  await makeArchive(start)
  const copy = join(archive.scratch, 'copy')
  await cp(archive.folder, copy, { recursive: true })
  const path = await flipOriginal(archive)

  const running = await start()
  const { page } = running
  const verify = verifyOf(page)
  await shellOf(page).sidebar.getByRole('link', { name: 'Verify' }).click()
  await verify.checkArchive.click()
  const found = verify.result('Changed since it came in', 'Cuttings')
  await expect(found).toContainText('Do not rely on what changed. Restore it from a backup.')
  if (host === 'browser') {
    await expect(verify.pane).toContainText('cuttings repair and the folder of the copy, on the command line')
    await running.stop()
    expect((await archive.cli('repair', copy)).lines.at(-1)).toMatchObject({ repaired: 1, left: 0 })
  } else {
    await running.choose([copy], () => page.getByRole('button', { name: 'Put back from a copy…' }).click())
    await expect(verify.pane).toContainText('1 put back, 0 left as they are.')
    await verify.checkArchive.click()
    await expect(verify.result('Originals unchanged and complete', 'Cuttings')).toBeVisible()
    await running.stop()
  }
  expect(await readFile(path)).toEqual(await readFile(path.replace(archive.folder, copy)))
  expect((await archive.cli('verify')).code).toBe(0)
})

test('explains a catalogue that is damaged, keeps it, and restores the copy that the user chooses', async ({
  archive,
  host,
  start,
}) => {
  test.slow()
  await makeBackedUp(start)
  const catalogue = join(archive.folder, 'catalogue.sqlite')
  await truncate(catalogue, 3000)
  const damaged = await readFile(catalogue)

  if (host === 'browser') {
    await expect(start(), 'there is no page without an archive').rejects.toThrow('serve ended with 3')
    const [copy] = (await archive.cli('backups')).lines
    expect(copy).toMatchObject({ sound: true, counts: { article: 1 } })
    expect(await readFile(catalogue), 'it is not replaced unasked').toEqual(damaged)
    expect(await archive.cli('backups', '--restore', String(copy?.['name']))).toMatchObject({ code: 0 })
  }
  const { page, stop } = await start()
  if (host === 'electron') {
    await expect(page.getByRole('heading', { name: 'Copies of the catalogue' })).toBeVisible()
    expect(await readFile(catalogue), 'it is not replaced unasked').toEqual(damaged)
    await page.getByRole('button', { name: /^Restore the copy of / }).click()
  }
  await libraryOf(page).article(bundledHeadline).click()
  await expect(readingOf(page).headline).toHaveText(bundledHeadline)
  await stop()
  const kept = await readdir(join(archive.folder, 'quarantine'), { recursive: true, withFileTypes: true })
  const contents = await Promise.all(
    kept.filter((entry) => entry.isFile()).map(({ parentPath, name }) => readFile(join(parentPath, name))),
  )
  expect(
    contents.some((content) => content.equals(damaged)),
    'the damaged one is kept',
  ).toBe(true)
  expect((await archive.cli('verify')).code).toBe(0)
})

/** Changes one letter of the article's headline in its record, as a disk that ages does; the lists keep their own. */
const damageRecord = async ({ folder }: ArchiveFolder): Promise<void> => {
  const path = join(folder, 'catalogue.sqlite')
  const bytes = await readFile(path)
  const before = `"headline":"${bundledHeadline}"`
  const at = bytes.indexOf(before)
  if (at < 0) throw new Error('the catalogue has no such record')
  bytes.write('x', at + before.length - 2)
  await writeFile(path, bytes)
}

test('says of a record that is not as it was saved that it is damaged, and puts it back from the backups', async ({
  archive,
  start,
}) => {
  test.slow()
  await makeBackedUp(start)
  await damageRecord(archive)

  const { page, stop } = await start()
  const verify = verifyOf(page)
  const warning = page.getByRole('alert').filter({ hasText: 'This record is damaged' })
  await libraryOf(page).article(bundledHeadline).click()
  await expect(warning).toContainText('It cannot be edited until it is put back.')
  await expect(readingOf(page).headline).not.toHaveText(bundledHeadline)
  await warning.getByRole('link', { name: 'Verify the archive' }).click()
  await verify.checkArchive.click()
  await expect(
    verify.result('Unchanged and complete, but a chain of custody is broken', 'Cuttings'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Put back damaged records' }).click()
  await expect(verify.pane).toContainText('1 put back, 0 left as they are.')
  await verify.checkArchive.click()
  await expect(verify.result('Originals unchanged and complete', 'Cuttings')).toBeVisible()

  await shellOf(page).sidebar.getByRole('link', { name: 'All items' }).click()
  await libraryOf(page).article(bundledHeadline).click()
  await expect(readingOf(page).headline).toHaveText(bundledHeadline)
  await expect(warning).toHaveCount(0)
  await stop()
})
