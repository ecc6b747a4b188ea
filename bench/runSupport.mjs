// `npm run bench -- support`: the lists of what lacks support, in one process with their peer, a plain reading of every article
// through the same catalogue. Every source is a publisher too and every third line names two, which is the most work there is.
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createArticle, createRandom, createVocabulary } from './articles.mjs'
import { bundleSources } from './bundleSources.mjs'
import { writeArchive } from './listed/writeArchive.mjs'
import { row, timed } from './measure.mjs'

const count = Number(process.env.CUTTINGS_BENCH_ARTICLES ?? 20_000)
const bundled = resolve(import.meta.dirname, '../node_modules/.cache/bench-support')
const scratch = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
const folder = join(scratch, 'Cuttings')
const rows = []

/** Milliseconds of the processor that this process has had. */
const processor = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

/** Watches the thread: the most of the processor that was had between two of its turns, in ms. */
const watchTurns = () => {
  let most = 0
  let isOver = false
  const watched = (async () => {
    for (let before = processor(); !isOver; before = processor()) {
      await setImmediate()
      most = Math.max(most, processor() - before)
    }
    return most
  })()
  return () => {
    isOver = true
    return watched
  }
}

const askUntilDone = async (origins, list) => {
  let first
  const started = performance.now()
  for (;;) {
    const page = await origins.list(list, 0, 100)
    if (first === undefined && page.rows.length > 0) first = performance.now() - started
    if (page.looked >= page.of) return { first, total: page.total, ms: performance.now() - started }
  }
}

/** Every article read once: what any look that reads must take. */
const readAll = async (catalogue) => {
  const page = 500
  for (let offset = 0; offset < count; offset += page) {
    const { rows: listed } = catalogue.list(
      { kind: 'article' },
      { by: 'added', direction: 'descending' },
      offset,
      page,
    )
    for (const { id } of listed) catalogue.record(id)
    await setImmediate()
  }
}

const measure = async ({ catalogue }, createOrigins) => {
  await readAll(catalogue)
  const plain = processor()
  const { ms: peer } = await timed(() => readAll(catalogue))
  const peerBusy = processor() - plain
  rows.push(row('every article read, s', peer / 1000))
  const origins = createOrigins(catalogue)
  for (const list of ['unsourced', 'single-source', 'unsourced', 'single-source']) {
    const endTurns = watchTurns()
    const before = processor()
    const { first, total, ms } = await askUntilDone(origins, list)
    const busy = processor() - before
    const longest = await endTurns()
    const what = rows.some((one) => one.what.startsWith(`${list}, first`))
      ? `${list}, again`
      : `${list}, first`
    rows.push(row(`${what}: first page, ms`, first, '< 1000', first < 1000))
    rows.push(row(`${what}: all ${total}, s`, ms / 1000, '< 10', ms < 10_000))
    rows.push(row(`${what}: processor / every article read`, busy / peerBusy))
    rows.push(
      row(`${what}: longest turn of the thread, ms of the processor`, longest, '< 100', longest < 100),
    )
  }
}

try {
  const random = createRandom(20_261_122)
  const words = createVocabulary(40_000, random)
  const texts = Array.from({ length: count }, (_, number) => createArticle(number, words, random))
  console.log(`${count} articles, seed 20261122, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`)
  await writeArchive(folder, texts, random)
  await bundleSources({ core: join(import.meta.dirname, 'support/core.mjs') }, bundled)
  const core = await import(pathToFileURL(join(bundled, 'core.mjs')).href)
  const archive = await core.openArchive(folder, { clock: core.systemClock, mode: 'read' })
  await measure(archive, core.createOrigins)
  await archive.close()
  console.table(rows)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
