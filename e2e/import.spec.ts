import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropFiles } from './fixtures/dropFiles'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'

const headline = 'Harbour bridge reopens after two years — 2 photos of the first crossing'

const article = `${headline}

By Jane Doe

• The bridge carries trams again.
• The toll is gone.

The harbour bridge carried its first tram on Monday, two years after a ship had struck one of its piers. It had been closed to all traffic since then.

Source: Reuters

Engineers had replaced four cables and a part of the deck, the harbour authority said, and had found no other damage.

Sources: CNN, Hafen Zeitung

Follow us on Facebook
`

const originalAt = (folder: string, sha256: string): string =>
  join(folder, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])

test('shows what would be made, writes nothing before it is asked to, and reports on each file', async ({
  archive,
  page,
  running,
}) => {
  const imports = importOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  const before = await archive.cli('list')
  const text = await archive.write('bridge.txt', article)
  const files = [text, await archive.write('empty.txt', ''), await archive.write('program.txt', program)]
  await imports.start(running, files)

  await expect(imports.state).toContainText('3 files were read: 1 can be imported, 2 refused.')
  await expect(imports.line('bridge.txt')).toContainText(
    'An article: 2 summary points, 2 paragraphs, 3 citations, 2 photo slots. 1 line of page furniture is left out',
  )
  const refusals = {
    'empty.txt': 'This file has no content (0 bytes). Nothing was imported for it.',
    'program.txt': 'The name or the beginning says text, but the content is not (a program).',
  }
  for (const [name, sentence] of Object.entries(refusals))
    await expect(imports.line(name)).toContainText(sentence)

  await imports.look('bridge.txt').click()
  const preview = imports.preview('bridge.txt')
  await expect(preview.getByRole('heading', { name: headline })).toBeVisible()
  await expect(preview.getByText('Jane Doe')).toBeVisible()
  await expect(preview.getByText('The bridge carries trams again.')).toBeVisible()
  await expect(preview.getByText('Source: Reuters', { exact: true })).toBeVisible()
  await expect(preview.getByRole('listitem').filter({ hasText: /^Hafen Zeitung\s*new$/ })).toBeVisible()
  await expect(preview.getByText('2 photo slots are announced')).toBeVisible()
  await expect(preview.getByRole('cell', { name: 'Follow us on Facebook' })).toBeVisible()
  expect((await archive.cli('list')).lines).toEqual(before.lines)

  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await expect(imports.line('bridge.txt')).toContainText('Imported')
  for (const [name, sentence] of Object.entries(refusals))
    await expect(imports.line(name)).toContainText(sentence)
  const { lines } = await archive.cli('list', '--kind', 'article')
  expect(lines.map(({ title }) => title)).toContain(headline)

  await imports.pane.getByRole('link', { name: headline }).click()
  await expect(readingOf(page).headline).toHaveText(headline)
  await expect(readingOf(page).passageLinks).toHaveCount(2)
})

test('says that a file is held already, and makes nothing of it', async ({ archive, page, running }) => {
  const imports = importOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  const text = await archive.write('bridge.txt', article)
  await imports.start(running, [text])
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  const { lines: before } = await archive.cli('list')
  await imports.again.click()
  await imports.choose(running, [text])
  await expect(imports.line('bridge.txt')).toContainText(`Held already, as ‘${headline}’`)
  await expect(imports.commit).toHaveText('Nothing to import')
  await expect(imports.commit).toBeDisabled()
  expect((await archive.cli('list')).lines).toEqual(before)
})

test('takes files and folders that are dropped anywhere in the window', async ({ archive, page }) => {
  const imports = importOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  const folder = join(archive.scratch, 'files', 'desk')
  await mkdir(join(folder, 'inner'), { recursive: true })
  await writeFile(join(folder, 'bridge.txt'), article)
  await writeFile(join(folder, 'inner', 'other.txt'), article.replaceAll('bridge', 'tunnel'))
  await dropFiles(page, [folder, await archive.write('third.txt', article.replaceAll('bridge', 'ferry'))])
  await expect(imports.state).toContainText('3 files were read: 3 can be imported')
  await imports.commit.click()
  await expect(imports.state).toContainText('3 files were imported')
  await expect(shellOf(page).entry('Articles')).toHaveText(/4$/)
})

test('keeps the original byte for byte, and leaves off on request', async ({ archive, page, running }) => {
  const imports = importOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  const text = await archive.write('bridge.txt', article)
  await imports.start(running, [text])
  await expect(imports.commit).toHaveText('Import one file')
  await imports.cancel.click()
  await expect(imports.chooseFiles).toBeVisible()
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)

  await imports.choose(running, [text])
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  const held = (await archive.cli('list', '--kind', 'article')).lines.find(({ title }) => title === headline)
  const shown = await archive.cli('show', String(held?.['id']))
  const sha256 = /"original":"([0-9a-f]{64})"/.exec(JSON.stringify(shown.lines))?.[1] ?? ''
  const kept = await readFile(originalAt(archive.folder, sha256))
  expect(kept.equals(await readFile(text))).toBe(true)
})

test('names the held text that a file is like, and merges nothing', async ({ archive, page, running }) => {
  const imports = importOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  const more = Array.from(
    { length: 12 },
    (_, at) =>
      `Paragraph ${at} tells of pier ${at * 7}, of its stones and of the water that runs under it.\n\n`,
  )
  const long = article.replace('Follow us', `${more.join('')}Follow us`)
  await imports.start(running, [await archive.write('bridge.txt', long)])
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await imports.again.click()
  await imports.choose(running, [await archive.write('other.txt', long.replace('on Monday', 'on Tuesday'))])
  await expect(imports.line('other.txt')).toContainText('Most of its wording is held already:')
  await expect(imports.line('other.txt').getByRole('link', { name: headline })).toBeVisible()
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await expect(shellOf(page).entry('Articles')).toHaveText(/3$/)
})

test('keeps what it cannot read where that is asked for, and accounts for every file', async ({
  archive,
  page,
  running,
}) => {
  const imports = importOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).importButton.click()
  await expect(imports.formats).toContainText('Plain text')
  await imports.keepUnreadable.check()
  const files = [await archive.write('bridge.txt', article), await archive.write('program.txt', program)]
  await imports.choose(running, [
    ...files,
    await archive.write('spare.txt', article.replaceAll('bridge', 'ferry')),
  ])
  await expect(imports.line('program.txt')).toContainText('The file is kept as it is, without being read: ')
  await imports.pane.getByRole('checkbox', { name: 'Import spare.txt' }).uncheck()
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await expect(imports.line('program.txt')).toContainText('Kept unread')
  await expect(imports.account).toContainText('Every file of the dry run is accounted for.')
  await expect(imports.account.getByRole('row', { name: 'Left out by you 1' })).toBeVisible()

  await imports.again.click()
  await expect(imports.keepUnreadable).toBeChecked()
})
