import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { ferryPage } from './fixtures/ferryPage'
import { expect, test } from './fixtures/test'
import { claimsOf } from './pages/claimsOf'
import { importOf } from './pages/importOf'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { referencesOf } from './pages/referencesOf'
import { savedOf } from './pages/savedOf'
import { shellOf } from './pages/shellOf'

const houseStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>House style of the desk</title>
    <id>https://styles.example/desk</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=" (desk)"><text variable="title" font-weight="bold"/></layout></bibliography>
</style>
`

test('makes a reference, sees what is missing, edits it, cites it in two styles and one of its own, and undoes the edit', async ({
  archive,
  page,
  running,
}) => {
  const shell = shellOf(page)
  const references = referencesOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  await shell.entry('References').click()
  await references.open.click()

  await references.type.selectOption('Newspaper article')
  await expect(references.missing).toContainText('Published in')
  await references.field('Title').fill('Quay closed after divers find a passage')
  await references.addName('Sample', 'Anna')
  await references.field('Published in').fill('Example Gazette')
  await references.date('Issued').fill('23 March')
  await expect(references.form).toContainText('This is no date.')
  await references.date('Issued').fill('2019-03-23')
  await expect(references.missing).toHaveText('Nothing is missing for this type.')
  await expect(references.preview.cited).toContainText(
    'Sample, Anna. “Quay Closed after Divers Find a Passage.” Example Gazette, March 23, 2019.',
  )
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations).toEqual([])
  await references.save.click()
  await references.waitSaved()
  await expect(references.title).toHaveText('Quay closed after divers find a passage')
  await expect(shell.said).toContainText('Added: sample2019quay')

  await references.takeBack.press('Enter')
  await expect(references.title).not.toHaveText('Quay closed after divers find a passage')
  await expect(libraryOf(page).row('Quay closed')).toHaveCount(0)
  await claimsOf(page).undo.press('Enter')
  await libraryOf(page).row('Quay closed').click()
  await expect(references.title).toHaveText('Quay closed after divers find a passage')

  await references.edit.click()
  await references.field('Title').fill('Quay opened again')
  await references.save.click()
  await references.waitSaved()
  await expect(references.title).toHaveText('Quay opened again')
  const id =
    page
      .url()
      .split('/')
      .at(-1)
      ?.replace(/[?#].*$/, '') ?? ''
  await references.undo.click()
  await expect(references.title).toHaveText('Quay closed after divers find a passage')

  await references.cite.click()
  const { citing } = references
  await citing.style.selectOption('APA (7th edition)')
  await expect(citing.cited).toContainText('Sample, A. (2019, March 23).')
  await citing.copy('Plain text')
  await expect
    .poll(() => running.clipboard())
    .toBe('Sample, A. (2019, March 23). Quay closed after divers find a passage. Example Gazette.')
  await citing.style.selectOption('MLA (9th edition)')
  await expect(citing.cited).toContainText('23 Mar. 2019')
  await citing.copy('Markdown')
  await expect.poll(() => running.clipboard()).toContain('*Example Gazette*, 23 Mar. 2019')
  await citing.copy('Rich text')
  await expect.poll(() => running.clipboard()).toContain('Example Gazette, 23 Mar. 2019')
  await citing.form.selectOption('Source line')
  await expect(citing.cited).toHaveText('Source: Example Gazette')
  await citing.form.selectOption('Entry of a bibliography')

  const path = await archive.write('desk.csl', houseStyle)
  await references.dialog.getByLabel('A style as a .csl file').setInputFiles(path)
  await expect(citing.cited).toHaveText('Quay closed after divers find a passage (desk)')
  await references.dialog
    .getByLabel('A style as a .csl file')
    .setInputFiles(await archive.write('bad.csl', '<style>'))
  await expect(references.dialog.getByRole('alert')).toContainText('cannot be used')
  await page.keyboard.press('Escape')

  const custody = (await archive.cli('cite', id, '--style', 'desk')).lines
  expect(custody).toMatchObject([{ text: 'Quay closed after divers find a passage (desk)' }])
})

test('saves references as a list that another archive reads', async ({ archive, page, running }) => {
  const shell = shellOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  await shell.entry('References').click()
  await expect(libraryOf(page).rows).toHaveCount(1)
  await page.getByRole('button', { name: 'Save as a list…' }).click()
  const saved = savedOf(page)
  await saved.dialog.getByRole('radio', { name: /^RIS/ }).check()
  const path = join(archive.scratch, 'references.ris')
  await saved.writeTo(running, path)
  expect(await readFile(path, 'utf8')).toMatch(/^TY {2}- [A-Z]+\r\n[^]*ER {2}- \r\n$/)
})

test('cites an article, and all that are chosen beside it', async ({ archive, page, running }) => {
  const [shell, references, library] = [shellOf(page), referencesOf(page), libraryOf(page)]
  await expect(shell.entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  const ferry = await archive.write('ferry.html', ferryPage('It carried forty passengers.'))
  await importOf(page).start(running, [ferry])
  await importOf(page).commit.click()
  await expect(shell.entry('Articles')).toHaveText(/2$/)
  await shell.entry('Articles').click()
  await library.row('Ferry leaves').click()
  await references.cite.press('Enter')
  await expect(references.citing.cited).toContainText('Ferry Leaves from the North Mole')
  await expect(references.citing.cited).toContainText('gazette.example/ferry')
  await page.keyboard.press('Escape')
  await expect(references.cite).toBeFocused()

  await library.row(bundledHeadline).click({ modifiers: ['ControlOrMeta'] })
  await references.cite.click()
  await expect(references.dialog).toContainText('2 items, in the order of the style')
  await expect(references.citing.cited).toContainText(/digest in own words/i)
  await expect(references.citing.cited).toContainText('Ferry Leaves from the North Mole')
})
