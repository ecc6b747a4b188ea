// verify.html in a browser, given a zip as a receiver would drop it.
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { timed } from './measure.mjs'

/** From the file chosen to the verdict shown: `ms` of the clock, and `seconds` of work of the page's thread. */
export const timeChecker = async (page, zip) => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: findBrowser(), args: asRoot })
  try {
    const tab = await browser.newPage()
    await tab.goto(pathToFileURL(page).href)
    const counter = await tab.context().newCDPSession(tab)
    await counter.send('Performance.enable', { timeDomain: 'threadTicks' })
    const { ms } = await timed(async () => {
      await tab.locator('#zip').setInputFiles(zip)
      await tab.locator('#verdict').waitFor({ timeout: 600_000 })
    })
    const verdict = await tab.locator('#verdict').getAttribute('class')
    if (verdict !== 'complete') throw new Error(`the page calls the pack ${verdict}`)
    const { metrics } = await counter.send('Performance.getMetrics')
    return { ms, seconds: metrics.find(({ name }) => name === 'TaskDuration')?.value }
  } finally {
    await browser.close()
  }
}
