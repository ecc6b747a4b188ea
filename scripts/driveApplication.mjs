// Uses the desktop application as a person would, for whoever watches it meanwhile (`npm run network`): start, import,
// reading, search, a pack, and then nothing for so many seconds. Arguments: the runtime, a folder to work in, the seconds.
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron } from '@playwright/test'

const [runtime, folder, seconds] = process.argv.slice(2)
const root = resolve(import.meta.dirname, '..')
const patience = 15_000
const page = `<!doctype html><title>The harbour</title><link rel="stylesheet" href="http://192.0.2.1/a.css">
<p>The harbour was measured again on a day without wind, and the ferry Meridian7 stayed where it was until then.
<img src="http://192.0.2.1/a.png"><a href="http://192.0.2.1/">More</a><script src="http://192.0.2.1/a.js"></script>`

const file = join(folder, 'harbour.html')
writeFileSync(file, page)
const pack = join(folder, 'pack.zip')

const app = await _electron.launch({
  executablePath: runtime,
  args: [
    '--require',
    join(root, 'e2e/fixtures/holdReady.cjs'),
    root,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
  ],
  cwd: root,
  env: { ...process.env, CUTTINGS_ARCHIVE: join(folder, 'Cuttings') },
  timeout: patience,
})
await app.evaluate(
  ({ dialog }, { filePaths, filePath }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  },
  { filePaths: [file], filePath: pack },
)
const window = await app.firstWindow()
window.setDefaultTimeout(patience)
const sidebar = window.getByRole('navigation', { name: 'Library' })
await sidebar.getByRole('link', { name: /^Articles 1$/ }).waitFor()

await window.getByRole('banner').getByRole('button', { name: 'Import' }).click()
await window.getByRole('button', { name: 'Choose files…' }).click()
await window.getByRole('button', { name: /^Import (one|\d+) files?$/ }).click()
await sidebar.getByRole('link', { name: /^Articles 2$/ }).click()
await window.getByRole('listbox').getByRole('option').filter({ hasText: 'The harbour' }).first().click()
await window.getByRole('article', { name: 'Reading' }).getByText('Meridian7').waitFor()

await window.getByRole('combobox', { name: 'Search this archive' }).fill('Meridian7')
const results = window.getByRole('region', { name: 'Search results' })
await results.getByRole('listbox').getByRole('option').first().waitFor()

await window
  .getByRole('banner')
  .getByRole('button', { name: /^Pack \d/ })
  .click()
const packs = window.getByRole('region', { name: 'Citation packs' })
await packs.getByRole('button', { name: /^Make the pack/ }).click()
for (let turn = 0; !existsSync(pack); turn += 1) {
  if (turn * 100 > patience) throw new Error('no pack was made')
  await setTimeout(100)
}

await setTimeout(Number(seconds) * 1000)
await app.close()
