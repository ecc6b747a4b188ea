import type { Page } from '@playwright/test'
import { openOutside } from './fixtures/openOutside'
import { deviceProbes } from './fixtures/probes/deviceProbes'
import { insideProbes } from './fixtures/probes/insideProbes'
import { leavingProbes } from './fixtures/probes/leavingProbes'
import { outwardProbes } from './fixtures/probes/outwardProbes'
import type { Probe } from './fixtures/probes/probe'
import { runProbes, type Outcome } from './fixtures/probes/runProbes'
import { expect, test } from './fixtures/test'
import { libraryOf } from './pages/libraryOf'

type Outside = Awaited<ReturnType<typeof openOutside>>

/** The probes but some of them; those that may take the page away at the end and one after another. */
const probe = async (
  page: Page,
  outside: Outside,
  leftOut: readonly string[],
): Promise<readonly Outcome[]> => {
  const tried = (probes: Readonly<Record<string, Probe>>) =>
    Object.fromEntries(Object.entries(probes).filter(([name]) => !leftOut.includes(name)))
  const staying = tried({ ...insideProbes, ...outwardProbes, ...deviceProbes })
  const outcomes = [...(await runProbes(page, staying, outside))]
  for (const [name, one] of Object.entries(tried(leavingProbes)))
    outcomes.push(...(await runProbes(page, { [name]: one }, outside)))
  return outcomes
}

/**
 * What is nobody's right but the browser's own and its user's to give: the loopback host's page gets it as any page of
 * the user's browser would. Each of these is denied in the desktop application.
 */
const leftToBrowser: readonly string[] = [
  'notifications',
  'lasting storage',
  'pointer lock',
  'keyboard lock',
  'full screen',
  'private file system',
  'file picker',
  'folder picker',
  'save picker',
  'WebRTC',
  ...Object.keys(leavingProbes),
]

/** The application's own account, after all that: nothing was let out, and something was refused. */
const expectLedger = async (page: Page): Promise<void> => {
  // What the probes left in the page may lie over the link.
  await page.getByRole('link', { name: 'No network connection is opened' }).dispatchEvent('click')
  const pane = page.getByRole('region', { name: 'What went out' })
  await expect(pane.getByText('Let out', { exact: true }).locator('xpath=following-sibling::dd')).toHaveText(
    '0',
  )
  await expect(pane.getByRole('table', { name: 'What was refused' }).getByRole('row').nth(1)).toBeVisible()
}

test(
  'denies a script of the page whatever it tries',
  { tag: '@proof' },
  async ({ anyBrowser, host, noise, page }) => {
    noise.expect(/./)
    const outside = await openOutside()
    try {
      await libraryOf(page).openBundled()
      const address = page.url()
      const opened: string[] = []
      page.context().on('page', (other) => opened.push(other.url()))
      page.on('download', (download) => opened.push(download.url()))
      const judged = await probe(page, outside, host === 'electron' ? [] : leftToBrowser)
      expect(judged.filter(({ isAllowed }) => isAllowed)).toEqual([])
      expect(outside.seen).toEqual([])
      expect(opened).toEqual([])
      expect(page.url().split('#')[0]).toBe(address)
      await expectLedger(page)
      expect(judged.length).toBeGreaterThanOrEqual(60)

      const permissions = ['geolocation', 'notifications', 'clipboard-read', 'midi', 'camera', 'microphone']
      const open = await anyBrowser.newContext({ permissions, ignoreHTTPSErrors: true })
      const plain = await open.newPage()
      await plain.goto(`${outside.url}/page`)
      outside.seen.splice(0)
      const control = await probe(plain, outside, [])
      await open.close()
      const allowed = control.filter(({ isAllowed }) => isAllowed).map(({ name }) => name)
      expect(allowed.length, `allowed in an open page: ${allowed.join(', ')}`).toBeGreaterThanOrEqual(40)
      const stated = { promise: 4, count: judged.length, failures: 0, controls: allowed.length, seed: '' }
      test.info().annotations.push({ type: 'proof', description: JSON.stringify(stated) })
    } finally {
      await outside.close()
    }
  },
)
