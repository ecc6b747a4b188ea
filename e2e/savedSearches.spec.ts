import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { queriesOf } from './pages/queriesOf'
import { savedOf } from './pages/savedOf'
import { searchOf } from './pages/searchOf'
import { shellOf } from './pages/shellOf'

const report = (headline: string, words: string): string =>
  `${headline}\n\n${words} was seen at the quay on Monday, and nobody could say what for.\n\nSource: Example Wire\n`

const tableAt = async (path: string): Promise<Record<string, string>[]> =>
  parse(await readFile(path, 'utf8'), { bom: true, columns: true })

test('keeps a search under a name, counts it anew after an import, renames it, removes it and brings it back', async ({
  archive,
  page,
  running,
}) => {
  const shell = shellOf(page)
  const saved = savedOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await shell.search.fill('lighthouse')
  await saved.save('Lighthouses')
  await expect(saved.entry('Lighthouses')).toHaveText(/0$/)

  await importOf(page).start(running, [
    await archive.write('a.txt', report('A keeper retires', 'The lighthouse')),
  ])
  await importOf(page).commit.click()
  await expect(saved.entry('Lighthouses')).toHaveText(/1$/)
  await saved.entry('Lighthouses').click()
  await expect(searchOf(page).places).toHaveCount(1)
  await expect(saved.entry('Lighthouses')).toHaveAttribute('aria-current', 'page')

  await saved.entry('Lighthouses').press('F2')
  await saved.name.fill('Towers with lamps')
  await page.keyboard.press('Enter')
  await expect(saved.entry('Towers with lamps')).toHaveText(/1$/)
  expect((await archive.cli('searches')).lines).toMatchObject([
    { name: 'Towers with lamps', text: 'lighthouse', count: 1 },
  ])
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations).toEqual([])

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('towers with')
  await expect(page.getByRole('option', { name: 'Towers with lamps' })).toBeVisible()
  await page.keyboard.press('Escape')

  await saved.actions('Towers with lamps').click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(saved.entry('Towers with lamps')).toBeHidden()
  await saved.undo.click()
  await expect(saved.entry('Towers with lamps')).toHaveText(/1$/)
})

test('writes all hits of a search, in their order, as a CSV and as JSON lines', async ({
  archive,
  page,
  running,
}) => {
  const shell = shellOf(page)
  const saved = savedOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await importOf(page).start(
    running,
    await Promise.all(
      ['=1+1', 'Second, "quoted"', 'Third'].map((headline, at) =>
        archive.write(`${at}.txt`, report(headline, `The lamp number ${at}`)),
      ),
    ),
  )
  await importOf(page).commit.click()
  await expect(shell.entry('Articles')).toHaveText(/4$/)
  await shell.search.fill('lamp number')
  await expect(searchOf(page).heading).toHaveText('3 items')

  const csv = join(archive.scratch, 'hits.csv')
  await searchOf(page).pane.getByRole('button', { name: 'Write the list…' }).click()
  await saved.writeTo(running, csv)
  const rows = await tableAt(csv)
  expect(rows.map(({ title }) => title).sort()).toEqual(["'=1+1", 'Second, "quoted"', 'Third'])
  expect(rows.every(({ link }) => link?.startsWith('cuttings://'))).toBe(true)

  await searchOf(page).pane.getByRole('button', { name: 'Write the list…' }).click()
  await saved.dialog.getByRole('radio', { name: /^JSON lines/ }).check()
  const jsonl = join(archive.scratch, 'hits.jsonl')
  await saved.writeTo(running, jsonl)
  const lines = (await readFile(jsonl, 'utf8')).trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(rows.map(({ id }) => id))

  await shell.search.fill(rows[0]?.['link'] ?? '')
  await expect(page).toHaveURL(new RegExp(rows[0]?.['id'] ?? 'none'))
})

test('runs a list of names at once, and gives a table and a CSV', async ({ archive, page, running }) => {
  const queries = queriesOf(page)
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await queries.open()
  const list = await archive.write('names.csv', 'id;Name\n1;Reuters\n2;"Nobody; at all"\n3;=Syrian\n')
  await queries.choose(running, list)
  await expect(queries.column).toHaveValue('1')
  await queries.run.click()
  await expect(queries.said).toHaveText('2 of 3 rows found something')
  await expect(queries.row('Nobody; at all').getByRole('cell').nth(2)).toHaveText('0')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations).toEqual([])
  await queries.head('Items').click()
  await expect(queries.table.getByRole('row').nth(1)).toContainText('Nobody; at all')

  const path = join(archive.scratch, 'queries.csv')
  await queries.write.click()
  await savedOf(page).writeTo(running, path)
  expect((await tableAt(path)).map(({ row, query, items }) => [row, query, items])).toEqual([
    ['2', 'Nobody; at all', '0'],
    ['1', 'Reuters', '1'],
    ['3', "'=Syrian", '1'],
  ])

  await queries.row('Reuters').getByRole('button', { name: 'Reuters', exact: true }).click()
  await expect(shellOf(page).search).toHaveValue('"Reuters"')
  await expect(searchOf(page).places.first()).toBeVisible()

  await shellOf(page).leaveSearch()
  await queries.open()
  await queries.pane.getByRole('button', { name: 'Another list' }).click()
  await queries.paste('Smith, John\nDoe, Jane')
  await queries.column.selectOption('line')
  await queries.run.click()
  await expect(queries.row('Smith, John')).toBeVisible()
})
