import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { trashOf } from './pages/trashOf'

const originalsOf = async ({ folder }: ArchiveFolder): Promise<readonly string[]> => {
  const entries = await readdir(join(folder, 'originals'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

const bringIn = async (archive: ArchiveFolder, page: Page, running: RunningHost): Promise<void> => {
  const { entry } = shellOf(page)
  const imports = importOf(page)
  await expect(entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  await imports.start(running, [
    await archive.write('ferry.txt', 'The ferry leaves\n\nIt left at noon.\n\nSource: Reuters\n'),
    await archive.write('market.txt', 'The market opens\n\nIt opened at nine.\n\nSource: AP\n'),
  ])
  await imports.commit.click()
  await expect(entry('Articles')).toHaveText(/3$/)
}

const remove = async (page: Page, title: string): Promise<void> => {
  await shellOf(page).entry('Articles').click()
  await libraryOf(page).row(title).click()
  await expect(readingOf(page).headline).toHaveText(title)
  await page.keyboard.press('Delete')
  await expect(libraryOf(page).row(title)).toHaveCount(0)
}

test('keeps what was removed for thirty days, brings it back as it was, and destroys it only when asked twice', async ({
  archive,
  page,
  running,
}) => {
  const { entry, search } = shellOf(page)
  const trash = trashOf(page)
  await bringIn(archive, page, running)
  const held = await originalsOf(archive)
  await remove(page, 'The ferry leaves')
  await expect(entry('Articles')).toHaveText(/2$/)
  await search.fill('noon')
  await expect(page.getByRole('region', { name: 'Search results' }).getByRole('option')).toHaveCount(0)

  await page.keyboard.press('Escape')
  await entry('All items').click()
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await expect(trash.rows).toHaveCount(1)
  await expect(trash.rows).toContainText('30 days left')
  expect(await originalsOf(archive), 'nothing of it is gone').toEqual(held)
  await trash.restore('The ferry leaves').focus()
  await page.keyboard.press('Enter')
  await expect(trash.pane.getByRole('heading', { name: 'The trash is empty' })).toBeVisible()
  await expect(entry('Articles')).toHaveText(/3$/)
  await search.fill('noon')
  await expect(page.getByRole('region', { name: 'Search results' }).getByRole('option')).toHaveCount(1)

  await page.keyboard.press('Escape')
  await remove(page, 'The ferry leaves')
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  await trash.empty.click()
  await expect(trash.dialog).toContainText('This cannot be undone')
  await trash.cancel.click()
  await expect(trash.rows).toHaveCount(1)
  await trash.empty.click()
  await trash.destroy.click()
  await expect(trash.pane.getByRole('status')).toHaveText(/One item was destroyed\./)
  await expect(trash.rows).toHaveCount(0)
  expect(await originalsOf(archive), 'its file alone is gone').toHaveLength(held.length - 1)
  await running.stop()
  expect((await archive.cli('verify')).code).toBe(0)
})
