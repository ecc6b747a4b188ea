// How long tasks keep a page's thread busy by its own clock, from Chromium's trace: other programs do not stretch it.
const mark = 'cuttings-bench'

const threadOf = ({ pid, tid }) => `${pid}:${tid}`

/** Processor milliseconds of each task on the threads that set the mark. */
const tasksIn = (events) => {
  const marked = events.filter(({ name, cat }) => name === mark && cat.includes('user_timing'))
  const threads = new Set(marked.map(threadOf))
  return events
    .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && threads.has(threadOf(event)))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]))
}

/** Begins to watch a page of Chromium; `end` resolves with the milliseconds of its tasks. Each document sets the mark. */
export const traceTasks = async (browser, page) => {
  await page.addInitScript((name) => performance.mark(name), mark)
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] })
  return {
    end: async () => tasksIn(JSON.parse((await browser.stopTracing()).toString()).traceEvents),
  }
}
