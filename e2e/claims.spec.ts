import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { ferryPage } from './fixtures/ferryPage'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { claimsOf } from './pages/claimsOf'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { sourceOf } from './pages/sourceOf'

const monday = ferryPage(
  'The ferry carried forty passengers on its first day at the north mole, the harbour office said on Monday.',
)
const tuesday = ferryPage(
  'The ferry carried ninety passengers on its very first day at the north mole, the harbour office said on Monday.',
)

const importPage = async (
  archive: ArchiveFolder,
  page: Page,
  running: RunningHost,
  name: string,
  text: string,
): Promise<void> => {
  const imports = importOf(page)
  await shellOf(page).importButton.click()
  if (await imports.again.isVisible()) await imports.again.click()
  await imports.choose(running, [await archive.write(name, text)])
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await shellOf(page).entry('Articles').click()
}

const openFerry = async (archive: ArchiveFolder, page: Page, running: RunningHost): Promise<void> => {
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  await importPage(archive, page, running, 'monday.html', monday)
  await libraryOf(page).row('Ferry leaves').click()
  await expect(readingOf(page).passage('1')).toBeVisible()
}

const isAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('makes a claim of selected words, gives it evidence, checks it, withdraws it, and undoes that', async ({
  archive,
  page,
  running,
}) => {
  const claims = claimsOf(page)
  await openFerry(archive, page, running)
  await claims.selectWords('1', 'forty passengers')
  await expect(claims.bar).toContainText('forty passengers')
  await claims.act('Claim').click()
  const form = claims.form('New claim')
  await form.getByLabel('What is claimed').fill('Forty people took the ferry on its first day.')
  await form.getByLabel('Type').selectOption('Number')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(claims.entries).toHaveText([/Open.*Stated here.*Forty people took the ferry/s])
  await expect(claims.marks('1')).toBeVisible()
  await expect(readingOf(page).borne('1')).toHaveText('forty passengers')
  await isAccessible(page)

  await claims.selectWords('2', 'divers found a passage of brick')
  await claims.act('Evidence for').click()
  const evidence = claims.form('Use as evidence for')
  await evidence.getByRole('radio', { name: /Forty people/ }).check()
  await evidence.getByLabel('How it was obtained').fill('Read in the archive')
  await evidence.getByRole('button', { name: 'Add' }).click()
  await expect(claims.entries).toHaveCount(2)

  await claims.panel
    .getByRole('button', { name: /^Open the claim/ })
    .first()
    .click()
  await expect(claims.detail.getByRole('heading', { level: 2 })).toContainText('Forty people')
  await expect(claims.evidence).toHaveCount(1)
  await expect(claims.evidence).toContainText('Read in the archive')

  await claims.detail.getByRole('button', { name: 'Reuters', exact: true }).press('Enter')
  const source = sourceOf(page)
  await expect(source.name).toHaveText('Reuters')
  await isAccessible(page)
  await source.claim('Forty people').press('Enter')
  await expect(claims.detail.getByRole('heading', { level: 2 })).toContainText('Forty people')

  await claims.detail.getByRole('button', { name: 'Add evidence' }).click()
  const picker = claims.form('Add evidence')
  await picker.getByLabel('Search the archive').fill('shipowners')
  await picker.getByRole('button', { name: 'Find' }).click()
  await picker
    .getByRole('button', { name: 'Use this passage: 3 of Ferry leaves from the north mole' })
    .click()
  await expect(claims.evidence).toHaveCount(2)
  await claims.undo.click()
  await expect(claims.evidence).toHaveCount(1)

  await claims.detail.getByRole('button', { name: 'Enter a check' }).click()
  const check = claims.form('Enter a check')
  await check.getByLabel('Who').fill('Ada Example')
  await check.getByLabel('How').fill('Called the harbour office')
  await check.getByRole('button', { name: 'Enter in the log' }).click()
  await expect(claims.detail.getByRole('table', { name: 'Checks' })).toContainText(
    'Called the harbour office',
  )
  await isAccessible(page)
  await claims.tab('Checker’s log').click()
  await expect(claims.log).toContainText('Ada Example')
  await claims.tab('Claims').click()
  await claims.list.getByRole('link', { name: /Forty people/ }).click()

  await claims.detail.getByRole('button', { name: 'Withdraw the claim' }).click()
  await expect(claims.list.getByRole('link')).toHaveCount(0)
  await claims.undo.click()
  await expect(claims.list.getByRole('link', { name: /Forty people.*Supported/s })).toBeVisible()
})

test('selects words, notes and quotes by keyboard alone', async ({ archive, page, running }) => {
  const claims = claimsOf(page)
  await openFerry(archive, page, running)
  await readingOf(page).passageLink('2').focus()
  await page.keyboard.press('Enter')
  await expect(claims.bar).toContainText('Passage 2')
  await page.keyboard.press('s')
  for (const key of ['ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(claims.bar).toContainText('In 2: harbour office')
  await expect(shellOf(page).said).toContainText('harbour office')
  await page.keyboard.press('Enter')
  await expect(claims.act('Cite')).toBeFocused()
  await page.keyboard.press('a')
  await expect(claims.form('New note').getByLabel('Note', { exact: true })).toBeFocused()
  await page.keyboard.type('Ask them when.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(claims.entries).toHaveText([/Note.*To be done.*Ask them when/s])
  await page.keyboard.press('Escape')

  await readingOf(page).passageLink('3').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('q')
  const quote = claims.form('Quotation')
  await expect(quote).toContainText('Word for word')
  await quote.getByLabel('As it will be quoted').fill('Shipowners complained about the opening')
  await expect(quote).toContainText('Words differ')
  await quote.getByRole('button', { name: 'Where else these words stand' }).press('Enter')
  await expect(quote).toContainText('Nowhere else in the archive.')
  await page.keyboard.press('Escape')
  await expect(quote).toBeHidden()
})

test('leaves words where they were after a new version, and moves them only when the user takes the proposal', async ({
  archive,
  page,
  running,
}) => {
  const claims = claimsOf(page)
  await openFerry(archive, page, running)
  await claims.selectWords('1', 'The ferry carried forty passengers on its first day')
  await claims.act('Claim').click()
  await claims.form('New claim').getByRole('button', { name: 'Save' }).click()
  await expect(claims.marks('1')).toBeVisible()
  await importPage(archive, page, running, 'tuesday.html', tuesday)
  await libraryOf(page).row('Ferry leaves').click()
  await expect(readingOf(page).pane.getByText('Article, version 2 of 2')).toBeVisible()
  await expect(claims.marks('1')).toHaveCount(0)
  await expect(claims.panel).toContainText('Not found in this version')
  await expect(claims.panel).toContainText('Perhaps meant: “The ferry carried ninety passengers')
  await claims.panel.getByRole('button', { name: /^Move it there/ }).click()
  await expect(claims.panel).not.toContainText('Not found in this version')
  await expect(claims.marks('1')).toBeVisible()
  await claims.undo.click()
  await expect(claims.panel).toContainText('Not found in this version')
})

test('cites a source by the user’s own word, finds it beside the passage, and takes it back', async ({
  archive,
  page,
  running,
}) => {
  const claims = claimsOf(page)
  await openFerry(archive, page, running)
  await readingOf(page).passageLink('2').click()
  await claims.act('Cite').click()
  const form = claims.form('Cite a source')
  await form.getByLabel('Source or reference').fill('reut')
  await form.getByRole('radio', { name: /Reuters/ }).check()
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(readingOf(page).passage('2')).toContainText('Reuters')
  await claims.undo.click()
  await expect(readingOf(page).passage('2')).not.toContainText('Reuters')
})

test('proposes sentences that can be checked, and no more once they are claims', async ({
  archive,
  page,
  running,
}) => {
  const claims = claimsOf(page)
  await openFerry(archive, page, running)
  await claims.toggle.click()
  await claims.panel.getByRole('button', { name: 'Propose claims' }).click()
  const proposals = claims.panel.getByRole('list', { name: 'Sentences that can be checked' })
  await expect(proposals.getByRole('listitem')).toHaveCount(2)
  await proposals
    .getByRole('button', { name: /^Make a claim/ })
    .first()
    .click()
  await expect(proposals.getByRole('listitem')).toHaveCount(1)
  await expect(claims.marks('1')).toBeVisible()
})
