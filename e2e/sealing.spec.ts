import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunningHost } from './fixtures/runningHost'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { packOf } from './pages/packOf'
import { sealingOf } from './pages/sealingOf'
import { shellOf } from './pages/shellOf'
import { verifyOf } from './pages/verifyOf'

const openPacks = async ({ page }: RunningHost): Promise<void> => {
  await expect(shellOf(page).entry('Articles')).toHaveText(/\d$/)
  await shellOf(page).packButton.click()
  await packOf(page).scope('The whole archive').check()
}

test('signs a pack by a key that is made on the way, and knows another key once it is named', async ({
  archive,
  page,
  running,
}) => {
  const [pack, sealing, verify] = [packOf(page), sealingOf(page), verifyOf(page)]
  await openPacks(running)
  await sealing.keyName.fill('Picture desk')
  await sealing.makeKey.click()
  await expect(sealing.sign).toBeChecked()
  const path = join(archive.scratch, 'files', 'signed.zip')
  await pack.saveTo(running, path)
  await expect(pack.made.getByText('Signed by your key')).toBeVisible()
  const words = await sealing.words.allTextContents()
  const elsewhere = await archive.cli('verify', path)
  expect(elsewhere.lines.at(-1)).toMatchObject({ ok: true, signed: 'unknown-key', words })
  await verify.checkPack(running, path)
  await expect(verify.result('Unchanged, complete, and signed by Picture desk', 'signed.zip')).toBeVisible()

  // Another pack, signed by somebody else: the command line with a folder of keys of its own.
  const other = join(archive.scratch, 'Other')
  const file = await archive.write('note.txt', 'The quay was measured.\n\nIt is long.\n')
  const keys = { CUTTINGS_KEYS: join(archive.scratch, 'other-keys') }
  await archive.cli('init', other)
  await archive.cli('import', '--archive', other, file)
  await archive.cliWith(keys, 'keys', 'make', 'Somebody')
  const strange = join(archive.scratch, 'files', 'strange.zip')
  expect((await archive.cliWith(keys, 'export', '--archive', other, strange, '--sign')).code).toBe(0)
  await verify.checkPack(running, strange)
  const title = 'Unchanged and complete, signed by a key that you do not know'
  await expect(verify.result(title, 'strange.zip')).toBeVisible()
  await expect(sealing.knownKeys).not.toContainText('Somebody')
  await sealing.strangerName.fill('Somebody')
  await sealing.addKey.click()
  await expect(verify.result('Unchanged, complete, and signed by Somebody', 'strange.zip')).toBeVisible()
  await expect(sealing.knownKeys).toContainText('Somebody')
})

test('encrypts a pack to a passphrase, and opens it with that alone, to verify, import and compare it', async ({
  archive,
  page,
  running,
}) => {
  const [pack, sealing, verify] = [packOf(page), sealingOf(page), verifyOf(page)]
  const imports = importOf(page)
  await openPacks(running)
  await sealing.toPassphrase.check()
  await sealing.passphrase.fill('four quiet herons')
  await sealing.again.fill('four quiet heron')
  await expect(pack.make).toBeDisabled()
  await sealing.again.fill('four quiet herons')
  const path = join(archive.scratch, 'files', 'locked.zip.age')
  await pack.saveTo(running, path)
  await expect(sealing.passphrase).toHaveValue('')
  expect((await readFile(path)).subarray(0, 21).toString()).toBe('age-encryption.org/v1')

  await verify.checkPack(running, path)
  await expect(sealing.wanted).toBeVisible()
  await sealing.unlock('three loud herons')
  await expect(sealing.wrong).toBeVisible()
  await sealing.unlock('four quiet herons')
  await expect(verify.result('Unchanged and complete', 'locked.zip.age')).toBeVisible()

  // The same to import it, and to see what changed since.
  await imports.start(running, [path])
  await sealing.unlock('four quiet herons')
  await expect(imports.pane).toContainText('Held already')
  await expect(sealing.unlockForm).toBeHidden()
  await imports.cancel.click()
  await openPacks(running)
  await running.choose([path], () => sealing.compare.click())
  await sealing.unlock('four quiet herons')
  await expect(sealing.since).toContainText('Since locked.zip.age')
})

test('says what changed since the last pack of the same selection', async ({ archive, page, running }) => {
  const [pack, sealing, imports] = [packOf(page), sealingOf(page), importOf(page)]
  await openPacks(running)
  await pack.saveTo(running, join(archive.scratch, 'files', 'first.zip'))
  await expect(sealing.since).toContainText('Nothing changed')
  await imports.start(running, [
    await archive.write('later.txt', 'A later report\n\nThe bridge was inspected.\n'),
  ])
  await imports.commit.click()
  await expect(imports.again).toBeVisible()
  await openPacks(running)
  await expect(sealing.since).toContainText('1 added, 0 removed, 0 changed')
  await expect(sealing.since).toContainText('A later report')
})
