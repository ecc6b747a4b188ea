// How long tasks keep a page's thread busy by its own clock, from Chromium's trace: other programs do not stretch it.
const mark = 'cuttings-bench'

const threadOf = ({ pid, tid }) => `${pid}:${tid}`

/** Processor milliseconds of each task on the threads that set the mark, from then on: what came before made the trace begin. */
const tasksIn = (events) => {
  const marked = events.filter(({ name, cat }) => name === mark && cat.includes('user_timing'))
  const since = new Map(marked.toSorted((a, b) => b.ts - a.ts).map((event) => [threadOf(event), event.ts]))
  return events
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask'))
    .filter((event) => event.ts >= (since.get(threadOf(event)) ?? Infinity))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]))
}

/**
 * Begins to watch a page of Chromium; `end` resolves with the milliseconds of its tasks. The document that is there sets the mark, and
 * each that comes after it.
 */
export const traceTasks = async (browser, page) => {
  const setMark = (name) => void performance.mark(name)
  await page.addInitScript(setMark, mark)
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  await page.evaluate(setMark, mark)
  return {
    end: async () => tasksIn(JSON.parse((await browser.stopTracing()).toString()).traceEvents),
  }
}
