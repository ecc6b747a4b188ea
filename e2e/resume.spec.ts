import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { shellOf } from './pages/shellOf'
import { waitingOf } from './pages/waitingOf'

const files = 200

const writeFiles = async (folder: string): Promise<readonly string[]> => {
  await mkdir(folder)
  const paths = Array.from({ length: files }, (_, number) => join(folder, `report-${number}.txt`))
  for (const [number, path] of paths.entries())
    await writeFile(
      path,
      `Report number ${number}\n\nThe harbour was measured ${number} times.\n\nSource: CNN\n`,
    )
  return paths
}

test('goes on with an import whose process was killed in the middle, and makes nothing twice', async ({
  archive,
  page,
  running,
}) => {
  test.slow()
  const shell = shellOf(page)
  const imports = importOf(page)
  const waiting = waitingOf(page)
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await imports.start(running, await writeFiles(join(archive.scratch, 'files', 'desk')))
  await expect(imports.commit).toHaveText(`Import ${files} files`, { timeout: 60_000 })
  const core = await running.corePid()
  await imports.commit.click()
  await expect(imports.line('report-2.txt')).toContainText('Imported')
  process.kill(core, 'SIGKILL')

  await imports.again.click()
  await expect(waiting.interrupted).toContainText(/[\d,]+ of about 200 files were done/)
  await expect(shell.sidebar.getByRole('link', { name: 'Import' })).toHaveText(/1$/)
  await waiting.goOn.click()
  await expect(imports.ended(/^\d+ files were imported/)).toBeVisible({ timeout: 60_000 })
  await expect(waiting.interrupted).toHaveCount(0)
  await expect(shell.entry('Articles')).toHaveText(/201$/)
  const { lines } = await archive.cli('list', '--kind', 'article')
  const titles = lines.map(({ title }) => title).filter((title) => /^Report number/.test(String(title)))
  expect(new Set(titles).size).toBe(files)
  expect(titles).toHaveLength(files)
})
