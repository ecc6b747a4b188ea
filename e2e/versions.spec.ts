import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { versionsOf } from './pages/versionsOf'

const pageOf = (headline: string, paragraphs: readonly string[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${headline}</title>
<link rel="canonical" href="https://gazette.example/ferry">
<meta property="og:type" content="article"><meta property="og:title" content="${headline}"></head>
<body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`

const kept = [
  'The harbour office had closed the second quay in October, after divers found a passage of brick under its stones.',
  'Shipowners complained about the closure; the office answered that a quay above a cavity is not a quay at all.',
  'Until spring the ferry leaves from the north mole, ten minutes later than printed in the timetable of the town.',
]
const first = pageOf('Ferry leaves from the north mole', [
  'The ferry carried forty passengers on its first day at the north mole, the harbour office said on Monday.',
  'Source: Reuters',
  ...kept,
  'A second survey is planned for the summer, when the water is low enough for people to walk in and look.',
  'Source: Associated Press',
])
const second = pageOf('Ferry leaves from the north mole for good', [
  'The ferry carried ninety passengers on its first day at the north mole, the harbour office said on Tuesday.',
  'Source: Reuters',
  ...kept,
  'The town council wants to see the costs of the repair before it votes on the future of the quay.',
])

/** Two versions of one article, each imported by itself: the later one has the same canonical address. */
const importVersions = async (archive: ArchiveFolder, page: Page, running: RunningHost): Promise<void> => {
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  const imports = importOf(page)
  for (const [name, text] of [
    ['monday.html', first],
    ['tuesday.html', second],
  ] as const) {
    await shellOf(page).importButton.click()
    if (await imports.again.isVisible()) await imports.again.click()
    await imports.choose(running, [await archive.write(name, text)])
    await imports.commit.click()
    await expect(imports.state).toContainText('One file was imported')
    await shellOf(page).entry('Articles').click()
    await expect(shellOf(page).entry('Articles')).toHaveText(/2$/)
  }
  await libraryOf(page).row('Ferry leaves').click()
}

test('shows which version is read, and what changed between two', async ({ archive, page, running }) => {
  const versions = versionsOf(page)
  const reading = readingOf(page)
  await importVersions(archive, page, running)
  await expect(reading.pane.getByText('Article, version 2 of 2')).toBeVisible()
  await expect(reading.text).toContainText('ninety')
  await versions.shown.selectOption('1')
  await expect(reading.text).toContainText('forty')
  await expect(versions.bar).toContainText('A newer version is held')
  await versions.shown.selectOption('2')

  await versions.compare.click()
  await expect(versions.pane.getByRole('heading', { level: 2 })).toContainText('for good')
  await expect(versions.pane.getByText('1 changed')).toBeVisible()
  await expect(versions.deleted.filter({ hasText: 'forty' })).toContainText('deleted:')
  await expect(versions.inserted.filter({ hasText: 'ninety' })).toContainText('inserted:')
  await expect(
    versions.pane.getByText('One citation was made on version 1, whose words have changed since.'),
  ).toBeVisible()
  await expect(
    versions.pane.getByText('One citation was made on version 1, of which this passage is gone.'),
  ).toBeVisible()
  await expect(versions.pane.getByText('3 passages read the same')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('goes from change to change by keyboard, and back to the text', async ({ archive, page, running }) => {
  const versions = versionsOf(page)
  await importVersions(archive, page, running)
  await expect(versions.bar).toBeVisible()
  await page.keyboard.press('v')
  await expect(versions.deleted.first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(versions.current).toContainText('ninety')
  await expect(versions.current).toBeFocused()
  await page.keyboard.press('j')
  const next = await versions.current.innerText()
  await page.keyboard.press('k')
  await expect(versions.current).not.toHaveText(next)
  await page.keyboard.press('Escape')
  await expect(versions.pane).toHaveCount(0)
  await expect(readingOf(page).text).toContainText('ninety')
})

test('keeps citations with the words that they were made on', async ({ archive, page, running }) => {
  const versions = versionsOf(page)
  const { pane } = readingOf(page)
  await importVersions(archive, page, running)
  await expect(pane.getByText('Citations made on earlier versions')).toBeVisible()
  await expect(pane.getByText('The words have changed since.')).toBeVisible()
  await expect(pane.getByText('The passage is gone.')).toBeVisible()
  await pane.getByRole('button', { name: /^See what changed at passage 1 / }).click()
  await expect(versions.current).toContainText('forty')
})
