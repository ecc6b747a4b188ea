import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { axeFaults } from './fixtures/axeFaults'
import { ferryPage } from './fixtures/ferryPage'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { readZip } from './fixtures/zips'
import { claimsOf } from './pages/claimsOf'
import { importOf } from './pages/importOf'
import { libraryOf } from './pages/libraryOf'
import { packOf } from './pages/packOf'
import { shellOf } from './pages/shellOf'
import { sourceOf } from './pages/sourceOf'

interface Place {
  readonly archive: ArchiveFolder
  readonly page: Page
  readonly running: RunningHost
}

const importFerry = async ({ archive, page, running }: Place): Promise<void> => {
  const [shell, imports] = [shellOf(page), importOf(page)]
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  await imports.start(running, [await archive.write('ferry.html', ferryPage('It carried forty passengers.'))])
  await imports.commit.click()
  await expect(imports.state).toContainText('One file was imported')
  await shell.entry('Articles').click()
  await libraryOf(page).row('Ferry leaves').click()
}

const openPacks = async (page: Page, profile: string): Promise<ReturnType<typeof packOf>> => {
  const pack = packOf(page)
  await shellOf(page).packButton.click()
  await pack.scope('The whole archive').check()
  await pack.profile(profile).check()
  return pack
}

test('stops what a desk would send back, and lets it go with a reason and a name, which stand in the pack', async ({
  archive,
  page,
  running,
}) => {
  await importFerry({ archive, page, running })
  await claimsOf(page).claimWords('2', 'a passage of brick', 'There is a passage of brick under the quay.')
  const pack = await openPacks(page, 'Fact-checking desk')
  await expect(pack.preflight).toContainText('To be mended:')
  const places = pack.preflight.getByRole('listitem').filter({ hasText: 'There is a passage of brick' })
  await expect(places.first().getByRole('link', { name: 'passage 2' })).toBeVisible()
  await expect(pack.make).toBeDisabled()
  await expect(pack.pane.getByText('Something is to be mended first')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])

  const reason = 'The survey is shown to the desk on paper.'
  await pack.preflight.getByLabel('To let it be as it is: the reason').first().fill(reason)
  await expect(pack.make).toBeDisabled()
  await pack.preflight.getByLabel('Who waives: the name').fill('D. Editor')
  await expect(pack.preflight).toContainText('Waived:')
  const path = join(archive.scratch, 'files', 'desk.zip')
  await pack.saveTo(running, path)
  const files = await readZip(path)
  const read = (end: string): string =>
    [...files].find(([name]) => name.endsWith(end))?.[1].toString('utf8') ?? ''
  expect(JSON.parse(read('/data/checks/preflight.json'))).toMatchObject({
    profile: 'fact-check',
    results: expect.arrayContaining([
      expect.objectContaining({
        rule: 'unsourced-claim',
        state: 'waived',
        waiver: expect.objectContaining({ by: 'D. Editor', reason }),
      }),
    ]),
  })
  expect(read('/data/checks/preflight.html')).toContain(reason)
  expect((await archive.cli('verify', path)).lines.at(-1)).toMatchObject({ ok: true })
})

test('makes a redacted pack in which a confidential source stands nowhere', async ({
  archive,
  page,
  running,
}) => {
  const [shell, library, source] = [shellOf(page), libraryOf(page), sourceOf(page)]
  await expect(shell.entry('Articles')).toHaveText(/1$/)
  const story = `Quay closed

The quay was closed on Monday, said Quillfeather, who had seen the divers.

Source: Quillfeather
`
  await importOf(page).start(running, [await archive.write('quay.txt', story)])
  await importOf(page).commit.click()
  await expect(shell.entry('Articles')).toHaveText(/2$/)
  await shell.entry('Sources').click()
  await library.row('Quillfeather').click()
  await source.edit.click()
  await source.form.getByRole('checkbox', { name: 'Must not be named outside' }).check()
  await source.save.click()
  await expect(source.said).toHaveText('Quillfeather was changed.')

  const [open, masked] = ['open.zip', 'masked.zip'].map((name) => join(archive.scratch, 'files', name))
  const namesIn = async (path: string): Promise<readonly string[]> =>
    [...(await readZip(path))]
      .filter(([name, bytes]) => /quillfeather/i.test(name) || /quillfeather/i.test(bytes.toString('latin1')))
      .map(([name]) => name)
  const pack = await openPacks(page, 'Another archive')
  await pack.saveTo(running, open ?? '')
  expect((await namesIn(open ?? '')).length).toBeGreaterThan(3)

  await pack.profile('Outside the house, redacted').check()
  await pack.saveTo(running, masked ?? '')
  expect(await namesIn(masked ?? '')).toEqual([])
  expect((await readFile(masked ?? '')).includes('Quillfeather')).toBe(false)
  expect((await archive.cli('verify', masked ?? '')).lines.at(-1)).toMatchObject({ ok: true })
})
