import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures/test'
import { duplicatesOf } from './pages/duplicatesOf'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

const paragraphs = Array.from({ length: 12 }, (_, at) =>
  Array.from({ length: 20 }, (_, word) => `quay${at}x${word}`).join(' '),
)

/** The same report, as two papers printed it. */
const report = (headline: string): string =>
  [headline, ...paragraphs, `${headline} is the last of it.`].join('\n\n')

const [kept, other] = ['Quay measured again', 'Quay measured twice']

test('shows texts that are nearly alike, merges them when told to, and brings them back', async ({
  archive,
  page,
  running,
}) => {
  const shell = shellOf(page)
  const imports = importOf(page)
  const duplicates = duplicatesOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await imports.start(running, [
    await archive.write('a.txt', report(kept)),
    await archive.write('b.txt', report(other)),
  ])
  await imports.commit.click()
  await expect(shell.entry('Articles')).toHaveText(/3$/)
  await expect(shell.entry('Duplicates')).toHaveText(/1$/)

  await duplicates.open()
  await expect(duplicates.groups).toHaveCount(1)
  const group = duplicates.groups.first()
  await expect(group).toContainText('2 articles')
  await expect(group).toContainText(other)
  await group.getByRole('radio', { name: kept }).check()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations).toEqual([])

  await group.getByRole('button', { name: 'Merge 1 into the one kept' }).click()
  await expect(duplicates.said).toHaveText('Merged 1 into 1.')
  await expect(shell.entry('Articles')).toHaveText(/2$/)
  await expect(shell.entry('Duplicates')).toHaveText(/0$/)
  await shell.search.fill('quay3x3')
  await expect(searchOf(page).places).toHaveCount(1)

  await shell.leaveSearch()
  await duplicates.open()
  await duplicates.pane.getByRole('button', { name: /^Undo: Merged 1 into 1/ }).click()
  await expect(duplicates.said).toHaveText('Undone: 1 item is back.')
  await expect(shell.entry('Articles')).toHaveText(/3$/)
  await shell.entry('Articles').click()
  await expect(libraryOf(page).row(other)).toBeVisible()
})

test('does not show again what was said to be different', async ({ archive, page, running }) => {
  const shell = shellOf(page)
  const duplicates = duplicatesOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await importOf(page).start(running, [
    await archive.write('a.txt', report(kept)),
    await archive.write('b.txt', report(other)),
  ])
  await importOf(page).commit.click()
  await expect(shell.entry('Articles')).toHaveText(/3$/)
  await duplicates.open()
  await duplicates.groups.first().getByRole('button', { name: 'These are different' }).click()
  await expect(duplicates.pane.getByRole('heading', { name: 'No near duplicates' })).toBeVisible()
  await duplicates.undo.click()
  await expect(duplicates.groups).toHaveCount(1)
})
