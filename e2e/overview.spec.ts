import { axeFaults } from './fixtures/axeFaults'
import { expect, test } from './fixtures/test'
import { libraryOf } from './pages/libraryOf'
import { overviewOf } from './pages/overviewOf'
import { shellOf } from './pages/shellOf'

test('draws what the bundled article rests on, and when, also as tables', async ({ page, running }) => {
  const shell = shellOf(page)
  const overview = overviewOf(page)
  await libraryOf(page).openBundled()
  await shell.entry('Overview').click()
  await expect(overview.bars).toHaveCount(1)
  await expect(overview.bars).toHaveAccessibleName('March 2019: 1 article, 9 citations of 6 sources')
  await overview.choice('Day').click()
  await expect(overview.bars).toHaveAccessibleName('March 2019: 1 article, 9 citations of 6 sources')
  await overview.bars.focus()
  await page.keyboard.press('Enter')
  await expect(overview.pane.getByRole('heading', { name: 'Articles of March 2019' })).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  await overview.choice('Network').click()
  await expect(overview.summary).toContainText('6 sources, 9 citations at 7 passages of 1 article')
  await expect(overview.column('Passages')).toHaveCount(7)
  await expect(overview.column('Sources')).toHaveCount(6)
  expect(await axeFaults(page)).toEqual([])
  await overview.choice('Table').click()
  await expect(overview.table('Sources').getByRole('row', { name: /^CNN/ })).toContainText('CNN')
  await expect(overview.table('Links').getByRole('row')).toHaveCount(9)
  await overview.copyCsv.first().press('Enter')
  await expect.poll(() => running.clipboard()).toMatch(/^Source,Kind,[^]*\r?\nCNN,/)
})
