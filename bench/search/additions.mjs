// Articles added one at a time to an index that stands, and what a key press costs after a hundred of them.
import { appendFileSync } from 'node:fs'
import { summary, timed } from '../measure.mjs'
import { timeKind } from './contest.mjs'

const afterwards = 100

/** What the disk alone takes to keep an article, which no durable addition can undercut. */
const writeDurably = (path, article) => appendFileSync(path, `${JSON.stringify(article)}\n`, { flush: true })

/**
 * `{ times: { [side]: { p50, p95 }, disk }, typing, lost }`; `lost` is how many of ours were not found at once, `disk` what one
 * forced write to a file at `diskPath` takes.
 */
export const addOneByOne = async (opened, articles, queries, diskPath) => {
  const able = Object.entries(opened).filter(([, side]) => side.add)
  const times = { disk: [], ...Object.fromEntries(able.map(([name]) => [name, []])) }
  let lost = 0
  for (const article of articles.slice(0, afterwards)) {
    times.disk.push((await timed(() => writeDurably(diskPath, article))).ms)
    for (const [name, side] of able) times[name].push((await timed(() => side.add(article))).ms)
    const words = article.title.split(/\s+/).filter((word) => /^[A-Za-z]{3,}$/.test(word))
    if (!(await opened.oursInWorker.holds(article.id, words))) lost += 1
  }
  await opened.ours.engine.catchUp()
  const typing = await timeKind(opened, 'sayt', queries)
  return {
    times: Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summary(all)])),
    typing,
    lost,
  }
}
