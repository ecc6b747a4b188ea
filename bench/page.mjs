// What a person waits for in the page: the first list, each key press in the search field, and the longest task.
import { chromium } from '@playwright/test'
import { findBrowser } from '../scripts/browser.mjs'
import { timed } from './measure.mjs'
import { traceTasks } from './tracedTasks.mjs'

const watchTasks = () => {
  window.longTasks = []
  new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
  ).observe({
    type: 'longtask',
    buffered: true,
  })
}

/** From each key press to the frame in which the list of answers, or their count, next changes. */
const watchKeys = () => {
  window.keyTimes = []
  let pressed
  addEventListener('input', () => (pressed = performance.now()), { capture: true })
  const answered = () => {
    if (pressed === undefined) return
    const from = pressed
    pressed = undefined
    requestAnimationFrame(() => window.keyTimes.push(performance.now() - from))
  }
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => (target.parentElement ?? target).closest('main'))) answered()
    }).observe(document.body, { childList: true, characterData: true, subtree: true }),
  )
}

export const measurePage = async (url, words) => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: findBrowser(), args: asRoot })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watchTasks)
  await page.addInitScript(watchKeys)
  const opening = await traceTasks(browser, page)
  const { ms: usable } = await timed(async () => {
    await page.goto(url)
    await page.getByRole('option').first().waitFor()
  })
  const openingTasks = await opening.end()
  const field = page.getByRole('combobox', { name: 'Search this archive' })
  // The script by which Playwright finds and fills fields is read at its first use, in a task of the page.
  await field.fill('')
  const typing = await traceTasks(browser, page)
  for (const word of words) {
    await field.fill('')
    await field.pressSequentially(word, { delay: 120 })
  }
  const keys = await page.evaluate(() => window.keyTimes)
  const searchTasks = await page.evaluate(() => window.longTasks)
  const typingTasks = await typing.end()
  const scrolling = await traceTasks(browser, page)
  await page.goto(new URL('/library', url).href)
  await page.getByRole('option').first().waitFor()
  for (let turn = 0; turn < 40; turn += 1) await page.getByRole('listbox').press('PageDown')
  const longTasks = await page.evaluate(() => window.longTasks)
  const busy = { opening: openingTasks, typing: typingTasks, scrolling: await scrolling.end() }
  await browser.close()
  return { usable, keys, longTasks: [...searchTasks, ...longTasks], busy }
}
