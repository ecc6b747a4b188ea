// `npm run bench`: generated articles through the built program, as a reader meets them. Of more than 10,000 the rest is committed
// as records, since importing all of them shows nothing more.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectArchive } from './archiveClient.mjs'
import { createArticle, createRandom, createVocabulary } from './articles.mjs'
import { runCommand, startHost } from './commandLine.mjs'
import { createPeer } from './fullTextPeer.mjs'
import { writeArchive } from './listed/writeArchive.mjs'
import { percentile, row, summary, timed } from './measure.mjs'
import { measurePage } from './page.mjs'
import { createQueries } from './queries.mjs'

const count = Number(process.env.CUTTINGS_BENCH_ARTICLES ?? 10_000)
const mostImported = 10_000
const random = createRandom(20_261_122)
const scratch = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
const archiveFolder = join(scratch, 'Cuttings')
const env = { CUTTINGS_ARCHIVE: archiveFolder }
const rows = []

const writeArticles = () => {
  const words = createVocabulary(40_000, random)
  const texts = Array.from({ length: count }, (_, number) => createArticle(number, words, random))
  const folder = join(scratch, 'input')
  mkdirSync(folder)
  const imported = texts.slice(-mostImported)
  imported.forEach((text, number) =>
    writeFileSync(join(folder, `${String(number).padStart(6, '0')}.txt`), text),
  )
  return { texts, folder }
}

const makeArchive = async ({ texts, folder }) => {
  const imported = Math.min(count, mostImported)
  if (imported < count) await writeArchive(archiveFolder, texts.slice(0, -imported), random)
  else await runCommand(['init', archiveFolder], env)
  const { ms } = await timed(() => runCommand(['import', folder], env))
  rows.push(row(`import of ${imported} files, files a second`, (imported * 1000) / ms))
  const { ms: indexed } = await timed(() => runCommand(['rebuild'], env))
  rows.push(row('index anew, s', indexed / 1000))
}

const compareSearch = async (url, texts) => {
  const { archive, close } = await connectArchive(url)
  const peer = createPeer(texts)
  const times = { typing: [], word: [], and: [], phrase: [] }
  const peerTimes = { typing: [], word: [], and: [], phrase: [] }
  for (const query of createQueries(texts, random)) {
    const ours = await timed(() => archive.search.query({ text: query.text }))
    times[query.kind].push(ours.ms)
    const theirs = await timed(() => peer.find(query))
    peerTimes[query.kind].push(theirs.ms)
  }
  for (const kind of Object.keys(times)) {
    const { p50, p95 } = summary(times[kind])
    const theirs = summary(peerTimes[kind])
    rows.push(row(`search, ${kind}: median ms, socket and worker included`, p50, '< 150', p50 < 150))
    rows.push(row(`search, ${kind}: 95th percentile ms`, p95))
    rows.push(row(`search, ${kind}: 95th percentile / FTS5 in process`, p95 / theirs.p95))
  }
  peer.close()
  close()
}

const usePage = async (texts) => {
  const host = await startHost(env)
  const words = Array.from({ length: 12 }, () =>
    texts[Math.floor(random() * count)].split(' ')[1].toLowerCase(),
  )
  const { usable, keys, longTasks, busy } = await measurePage(host.url, words)
  const { p50, p95 } = summary(keys)
  const longest = Math.max(0, ...longTasks)
  rows.push(row('key press to painted answer, median ms', p50, '< 150', p50 < 150))
  rows.push(row('key press to painted answer, 95th percentile ms', p95))
  rows.push(row('address to a list that can be used, ms', usable, '< 4000', usable < 4000))
  rows.push(row('longest task on the page’s thread, ms of the clock', longest))
  for (const [when, most] of Object.entries({ opening: 100, typing: 50, scrolling: 50 })) {
    const busiest = Math.max(0, ...busy[when])
    const what = `longest task on the page’s thread, ${when}, ms of the processor`
    rows.push(row(what, busiest, `< ${most}`, busiest < most))
  }
  await host.stop()
}

/** From starting the program to a first answer to a search over everything, index read from disk. */
const start = async () => {
  const runs = []
  for (let turn = 0; turn < 3; turn += 1) {
    const { ms, value: host } = await timed(async () => {
      const started = await startHost(env)
      const { archive, close } = await connectArchive(started.url)
      await archive.library.list({})
      for (;;) {
        const { index } = await archive.search.query({ text: 'harbour' })
        if (index.searchable === index.total) break
      }
      close()
      return started
    })
    runs.push(ms)
    await host.stop()
  }
  const median = percentile(runs, 0.5)
  rows.push(row('start to a list and a search over everything, median ms', median, '< 4000', median < 4000))
}

try {
  const load = loadavg()[0].toFixed(1)
  console.log(`${count} articles of about 300 words, seed 20261122, Node ${process.version}, load ${load}`)
  const articles = writeArticles()
  await makeArchive(articles)
  await start()
  const host = await startHost(env)
  await compareSearch(host.url, articles.texts)
  await host.stop()
  await usePage(articles.texts)
  console.table(rows)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
