import { spawn } from 'node:child_process'
import { rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { checkout } from './fixtures/archiveFolder'
import {
  answerSaveDialog,
  electronArguments,
  electronEnvironment,
  electronProgram,
  startElectronHost,
  type ElectronHost,
} from './fixtures/electronHost'
import { expect, test as base } from './fixtures/test'
import { bundledHeadline, libraryOf } from './pages/libraryOf'
import { packOf } from './pages/packOf'
import { shellOf } from './pages/shellOf'
import { verifyOf } from './pages/verifyOf'

/** What only the desktop application has. `launch` starts it on the test's archive, once or more than once. */
const test = base.extend<{ readonly launch: () => Promise<ElectronHost> }>({
  launch: async ({ archive, noise }, use) => {
    const started: ElectronHost[] = []
    await use(async () => {
      const host = await startElectronHost(archive, noise.listen)
      started.push(host)
      return host
    })
    for (const { stop } of started) await stop()
  },
})

const clickMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)

test('brings its window to the front where it is started a second time', async ({ archive, launch }) => {
  const { app, page } = await launch()
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.hide()
  })
  const second = spawn(electronProgram, electronArguments(archive), {
    cwd: checkout,
    env: electronEnvironment(archive),
    stdio: 'ignore',
  })
  const code = await new Promise((done) => second.once('close', done))
  expect(code).toBe(0)
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())),
    )
    .toEqual([true])
})

test('has every command in its menu, and each does what the page does', async ({ launch }) => {
  const { app, page } = await launch()
  const shell = shellOf(page)
  await libraryOf(page).openBundled()
  const views = { import: 'Import', export: 'Citation packs', verify: 'Verify' }
  for (const [command, heading] of Object.entries(views)) {
    await clickMenu(app, command)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
  await clickMenu(app, 'back')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Citation packs')
  await clickMenu(app, 'forward')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Verify')
  await clickMenu(app, 'library')
  await expect(libraryOf(page).article(bundledHeadline)).toBeVisible()
  await clickMenu(app, 'find')
  await expect(shell.search).toBeFocused()
  for (const [command, name] of Object.entries({ palette: 'Commands and items', shortcuts: 'Keyboard' })) {
    await clickMenu(app, command)
    await expect(page.getByRole('dialog', { name })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const theme = (): Promise<string | undefined> =>
    page.evaluate(() => getComputedStyle(document.body).colorScheme)
  const before = [await theme()]
  await clickMenu(app, 'theme')
  await clickMenu(app, 'theme')
  await expect.poll(theme).not.toBe(before[0])
})

test('remembers its window, and says where the last archive is missing', async ({ archive, launch }) => {
  const first = await launch()
  await expect(shellOf(first.page).entry('Articles')).toHaveText(/1$/)
  const bounds = { x: 40, y: 60, width: 1100, height: 720 }
  await first.app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted),
    bounds,
  )
  await first.stop()
  const away = join(archive.scratch, 'unplugged')
  await rename(archive.folder, away)

  const { app, page } = await launch()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
    bounds,
  )
  await expect(page.getByRole('alert')).toContainText(/There is no archive at .*Nothing was changed\./)
  await expect(page.getByRole('heading', { name: 'Seven promises' })).toBeVisible()
  for (const name of [/^Try again/, /^Open another archive…/, /^Make a new archive…/])
    await expect(page.getByRole('button', { name })).toBeVisible()
  expect(existsSync(archive.folder)).toBe(false)
  const made = join(archive.scratch, 'Second')
  await answerSaveDialog(app, made)
  await page.getByRole('button', { name: /^Make a new archive…/ }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is kept here yet' })).toBeVisible()
  expect(existsSync(join(made, 'archive.json'))).toBe(true)
})

test('keeps its page in the sandbox, where it is, and off the network', async ({ launch, noise }) => {
  noise.expect(/Content Security Policy|net::ERR|Not allowed to (load local resource|navigate)/)
  const { app, page } = await launch()
  await libraryOf(page).openBundled()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>
      getWebRTCIPHandlingPolicy: () => string
      session: { isSpellCheckerEnabled: () => boolean }
    }
    return {
      ...contents.getLastWebPreferences(),
      webRtc: contents.getWebRTCIPHandlingPolicy(),
      spellchecks: contents.session.isSpellCheckerEnabled(),
    }
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellchecks: false,
    webRtc: 'disable_non_proxied_udp',
  })
  const dropped = await page.evaluate(() => {
    const { cuttings } = globalThis as unknown as {
      cuttings: { adoptDrop: (files: File[]) => Promise<unknown[]> }
    }
    return cuttings.adoptDrop([new File(['made up'], 'passwd')])
  })
  expect(dropped).toEqual([null])

  const address = page.url()
  const opened = await page.evaluate(() => {
    const made = globalThis.open('https://example.org/')
    for (const href of ['https://example.org/', 'file:///etc/hostname', 'data:text/html,hello'])
      Object.assign(document.createElement('a'), { href }).click()
    return made
  })
  expect(opened).toBeNull()
  // Asked of the application itself: Playwright waits for the end of a navigation that never begins.
  const pages = (): Promise<readonly string[]> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        webContents.isLoadingMainFrame() ? 'on its way' : webContents.getURL(),
      ),
    )
  await expect.poll(pages).toEqual([address])
})

test('writes a pack as a folder, shows where it is, and verifies it', async ({ archive, launch }) => {
  const host = await launch()
  const { app, page } = host
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).packButton.click()
  const pack = packOf(page)
  await pack.pane.getByRole('radio', { name: /^A folder/ }).check()
  const path = join(archive.scratch, 'files', 'pack')
  await pack.saveTo(host, path)
  expect((await archive.cli('verify', path)).lines.at(-1)).toMatchObject({ event: 'verified', ok: true })
  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (shown) => void Object.assign(globalThis, { shown })
  })
  await pack.made.getByRole('button', { name: 'Show where it is' }).click()
  await expect.poll(() => app.evaluate(() => (globalThis as { shown?: string }).shown)).toBe(path)
  await shellOf(page).sidebar.getByRole('link', { name: 'Verify' }).click()
  await host.choose([path], () =>
    verifyOf(page).pane.getByRole('button', { name: 'Choose a folder…' }).click(),
  )
  await expect(verifyOf(page).result('Unchanged and complete', 'pack')).toBeVisible()
})

test('opens its page again where that crashed, at the same place, and says so', async ({ launch }) => {
  const { app, page } = await launch()
  await expect(shellOf(page).entry('Articles')).toHaveText(/1$/)
  await shellOf(page).sidebar.getByRole('link', { name: 'Verify' }).click()
  const crashed = page.waitForEvent('crash')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.forcefullyCrashRenderer()),
  )
  await crashed
  // A page that crashed is none to Playwright any more: the application reads what it shows now.
  const shown = (selector: string): Promise<string> =>
    app.evaluate(
      ({ BrowserWindow }, wanted) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.querySelector(${JSON.stringify(wanted)})?.textContent ?? ''`,
        ) as Promise<string>,
      selector,
    )
  await expect.poll(() => shown('footer [role=status]')).toMatch(/^The window stopped and was opened again\./)
  await expect.poll(() => shown('main h1')).toBe('Verify')
})
