import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { startBrowserHost } from './fixtures/browserHost'
import { answerOpenDialog, startElectronHost } from './fixtures/electronHost'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { shellOf } from './pages/shellOf'
import { waitingOf } from './pages/waitingOf'

const makeDesk = async (archive: ArchiveFolder): Promise<string> => {
  const desk = join(archive.scratch, 'desk')
  await mkdir(desk)
  await writeFile(join(desk, 'bridge.txt'), 'The bridge reopens\n\nIt carried a tram on Monday.\n')
  await writeFile(join(desk, 'tunnel.txt'), 'The tunnel closes\n\nIt is looked at for a week.\n')
  return desk
}

/** Looks at one of two files, imports it, and wants nothing of the other. */
const takeOneOfTwo = async (page: Page, archive: ArchiveFolder, desk: string): Promise<void> => {
  const waiting = waitingOf(page)
  const imports = importOf(page)
  await expect(waiting.found).toHaveCount(2, { timeout: 60_000 })
  await expect(shellOf(page).said).toContainText('2 new files are in the inbox')
  expect((await archive.cli('list', '--kind', 'article')).lines).toHaveLength(1)
  await waiting.found.filter({ hasText: 'bridge.txt' }).click()
  await waiting.look.click()
  await expect(imports.state).toContainText('One file was read: 1 can be imported')
  await imports.commit.click()
  await expect(imports.ended('One file was imported')).toBeVisible()
  await imports.again.click()
  await expect(waiting.found).toHaveText([/tunnel\.txt/])
  await waiting.dismiss.click()
  await expect(waiting.found).toHaveCount(0)
  await writeFile(join(desk, 'ferry.txt'), 'The ferry is late\n\nIt was ten minutes late.\n')
  await expect(waiting.found).toHaveText([/ferry\.txt/], { timeout: 60_000 })
}

test('proposes what appears in a watched folder, and reads nothing before it is asked to', async ({
  archive,
  hostBrowser,
  noise,
}) => {
  const desk = await makeDesk(archive)
  if (hostBrowser) {
    // A browser names no paths: what is watched is said when the server is started.
    const running = await startBrowserHost(archive, hostBrowser, noise.listen, ['--watch', desk])
    await shellOf(running.page).importButton.click()
    await takeOneOfTwo(running.page, archive, desk)
    await expect(waitingOf(running.page).watch).toHaveCount(0)
    await running.stop()
  } else {
    const running = await startElectronHost(archive, noise.listen)
    const { app, page } = running
    await shellOf(page).importButton.click()
    const waiting = waitingOf(page)
    await expect(waiting.inbox).toContainText('No folder is watched.')
    await answerOpenDialog(app, [desk])
    await waiting.watch.click()
    await takeOneOfTwo(page, archive, desk)
    await waiting.stop('desk').click()
    await expect(waiting.inbox).toContainText('No folder is watched.')
    await running.stop()
  }
})
