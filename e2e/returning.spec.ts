import { join } from 'node:path'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { axeFaults } from './fixtures/axeFaults'
import { ferryPage } from './fixtures/ferryPage'
import { expect, test } from './fixtures/test'
import { claimsOf } from './pages/claimsOf'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { packOf } from './pages/packOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'
import { sourceOf } from './pages/sourceOf'

const text = 'Forty people took the ferry on its first day.'

/** What a desk elsewhere does with a pack: it checks the claim and gives a source another name. Answers its own pack. */
const checkElsewhere = async ({ scratch, cli }: ArchiveFolder, pack: string): Promise<string> => {
  const desk = ['--archive', join(scratch, 'Desk')]
  await cli('init', join(scratch, 'Desk'))
  await cli('import', ...desk, pack)
  const [claim] = (await cli('claims', ...desk)).lines
  const check = ['--by', 'C. Checker', '--method', 'called the harbour office', '--outcome', 'supported']
  await cli('claims', 'check', String(claim?.id), ...desk, ...check)
  const { lines } = await cli('list', ...desk, '--kind', 'source')
  const reuters = lines.find(({ title, name }) => [title, name].includes('Reuters'))
  await cli('sources', 'edit', String(reuters?.id), ...desk, '--name', 'Reuters News Agency')
  const back = join(scratch, 'files', 'back.zip')
  expect((await cli('export', back, ...desk, '--zip')).code).toBe(0)
  return back
}

test('takes the checks of a desk in, and what else it changed only on the user’s word', async ({
  archive,
  page,
  running,
}) => {
  const [shell, library, imports, claims] = [shellOf(page), libraryOf(page), importOf(page), claimsOf(page)]
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await imports.start(running, [await archive.write('ferry.html', ferryPage('It carried forty passengers.'))])
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await shell.entry('Articles').click()
  await library.row('Ferry leaves').click()
  await claims.claimWords('1', 'forty passengers', text)

  const pack = packOf(page)
  await shell.packButton.click()
  await pack.scope('The whole archive').check()
  const sent = join(archive.scratch, 'files', 'sent.zip')
  await pack.saveTo(running, sent)
  const back = await checkElsewhere(archive, sent)

  await shell.importButton.click()
  await imports.again.click()
  await imports.choose(running, [back])
  const line = imports.line('back.zip')
  await expect(line).toContainText('Adds checks, evidence or citations to 1 record that is held.')
  await expect(line).toContainText('One record is held with other content. What is held stays.')
  await imports.lookAtConflicts('back.zip').press('Enter')
  const conflicts = imports.conflicts('back.zip')
  await expect(conflicts).toContainText('Reuters News Agency')
  await expect(conflicts).toContainText('The pack goes on from what is held.')
  expect(await axeFaults(page)).toEqual([])
  await conflicts.getByRole('checkbox', { name: /Reuters News Agency/ }).press('Space')
  await expect(line).toContainText('Of one record what the pack has is taken in its place.')
  await imports.commit.click()
  await expect(imports.again).toBeVisible()
  await expect(imports.pane).toContainText('Added what the pack has more: 1 check.')
  await expect(imports.pane).toContainText('Taken from the pack, in place of what was held.')

  await shell.entry('Sources').click()
  await library.row('Reuters News Agency').click()
  await expect(sourceOf(page).name).toHaveText('Reuters News Agency')
  await shell.entry('Articles').click()
  await library.row('Ferry leaves').click()
  await expect(readingOf(page).passage('1')).toBeVisible()
  await shell.entry('Claims').click()
  await claims.list.getByText(text).click()
  await expect(claims.detail).toContainText('C. Checker')
  await expect(claims.detail).toContainText('called the harbour office')
})
