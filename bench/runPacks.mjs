// `npm run bench -- packs`: citation packs written, verified and checked by their own page, and the lists of what lacks support.
import { randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectArchive } from './archiveClient.mjs'
import { createArticle, createRandom, createVocabulary } from './articles.mjs'
import { timeChecker } from './checkerPage.mjs'
import { runCommand, startHost } from './commandLine.mjs'
import { jpegFile } from './files/pictures.mjs'
import { createWords } from './files/words.mjs'
import { writeArchive } from './listed/writeArchive.mjs'
import { row, summary, timed } from './measure.mjs'
import { watchedCommand } from './watchedCommand.mjs'

const megabytes = Number(process.env.CUTTINGS_BENCH_MB ?? 1000)
const listed = Number(process.env.CUTTINGS_BENCH_ARTICLES ?? 20_000)
const articles = 500
const essayPictures = 14
const random = createRandom(20_261_122)
const scratch = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
const vocabulary = createVocabulary(40_000, random)
const words = createWords(random)
const rows = []

/** As much picture as a camera makes of it; no 0xff, which would begin a marker. */
const noise = (bytes) => {
  const made = randomFillSync(Buffer.allocUnsafe(bytes))
  for (let at = made.indexOf(0xff); at >= 0; at = made.indexOf(0xff, at + 1)) made[at] = 0
  return made
}

const picture = (number, bytes) => jpegFile(number, { ...words, noise: () => noise(bytes) })

/** An archive of its own with these files in it. */
const archiveOf = async (name, files) => {
  const folder = join(scratch, `${name}-input`)
  mkdirSync(folder)
  for (const [file, content] of files()) writeFileSync(join(folder, file), content)
  const env = { CUTTINGS_ARCHIVE: join(scratch, name) }
  await runCommand(['init', env.CUTTINGS_ARCHIVE], env)
  await runCommand(['import', folder], env)
  rmSync(folder, { recursive: true })
  return env
}

function* articleTexts(count) {
  for (let number = 0; number < count; number += 1) yield createArticle(number, vocabulary, random)
}

function* textFiles(count) {
  let number = 0
  for (const text of articleTexts(count)) yield [`${String((number += 1)).padStart(6, '0')}.txt`, text]
}

function* pictureFiles(count, bytes) {
  for (let number = 0; number < count; number += 1) yield [`p${number}.jpg`, picture(number, bytes)]
}

const exportTo = (place, env, ...options) => watchedCommand(['export', join(scratch, place), ...options], env)

/** The first run pays for what the system has not read yet; the median of three is told. */
const essay = async () => {
  const env = await archiveOf('essay', function* () {
    yield* textFiles(1)
    yield* pictureFiles(essayPictures, 3_000_000)
  })
  const runs = []
  for (let turn = 0; turn < 3; turn += 1) runs.push(await exportTo(`essay-${turn}`, env))
  const { p50 } = summary(runs.map(({ ms }) => ms))
  const { p50: busy } = summary(runs.map(({ seconds }) => seconds))
  rows.push(row(`pack of an essay with ${essayPictures} pictures (42 MB), s`, p50 / 1000, '< 2', p50 < 2000))
  rows.push(row('the same, s of the processor', busy))
}

const tellChecker = ({ ms, seconds }) => {
  rows.push(row('verify.html of it, s', ms / 1000))
  rows.push(row('the same, s of the page’s thread', seconds))
}

const many = async () => {
  const env = await archiveOf('many', () => textFiles(articles))
  for (const form of ['folder', 'zip']) {
    const place = form === 'zip' ? 'many.zip' : 'many-pack'
    const { ms, seconds, peak } = await exportTo(place, env)
    rows.push(row(`pack of ${articles} articles as a ${form}, s`, ms / 1000, '< 120', ms < 120_000))
    rows.push(row('the same, s of the processor', seconds))
    rows.push(row('the same, most MB of the core', peak, '< 300', peak < 300))
  }
  tellChecker(await timeChecker(join(scratch, 'many-pack/verify.html'), join(scratch, 'many.zip')))
}

const large = async () => {
  const count = Math.max(1, Math.round(megabytes / 20))
  const env = await archiveOf('large', () => pictureFiles(count, 20_000_000))
  const pack = join(scratch, 'large.zip')
  const made = await exportTo('large.zip', env)
  rows.push(row(`pack of ${count * 20} MB of pictures, s`, made.ms / 1000))
  const { ms, seconds, peak } = await watchedCommand(['verify', pack], env)
  const goal = (10 * count * 20) / 1000
  rows.push(row(`verify of it, s`, ms / 1000, `< ${goal}`, ms < goal * 1000))
  rows.push(row('the same, s of the processor', seconds))
  rows.push(row('the same, most MB', peak))
  await exportTo('small', env, '--profile', 'light')
  tellChecker(await timeChecker(join(scratch, 'small/verify.html'), pack))
}

const supportLists = ['unsourced', 'single-source', 'uncredited']

/** The first question looks at everything; those after it are what one waits for who turns a page. */
const lists = async () => {
  const env = { CUTTINGS_ARCHIVE: join(scratch, 'listed') }
  const made = await timed(() => writeArchive(env.CUTTINGS_ARCHIVE, articleTexts(listed), random))
  console.log(`${listed} articles written in ${(made.ms / 1000).toFixed(0)} s`)
  const host = await startHost(env)
  const { archive, close } = await connectArchive(host.url)
  for (const list of supportLists) {
    const { ms } = await timed(async () => {
      for (;;) {
        const { looked, of } = await archive.support.list({ list, offset: 0, limit: 100 })
        if (looked >= of) return
      }
    })
    rows.push(row(`the list ${list}, ${listed} articles: first look, s`, ms / 1000))
    const times = []
    for (let turn = 0; turn < 20; turn += 1)
      times.push((await timed(() => archive.support.list({ list, offset: turn * 100, limit: 100 }))).ms)
    const { p50, p95 } = summary(times)
    rows.push(row(`the list ${list}: a page, median ms`, p50, '< 150', p50 < 150))
    rows.push(row(`the list ${list}: a page, 95th percentile ms`, p95))
  }
  close()
  await host.stop()
}

const parts = { essay, many, large, lists }
const asked = (process.env.CUTTINGS_BENCH_PARTS ?? Object.keys(parts).join(',')).split(',')

try {
  console.log(`packs, seed 20261122, Node ${process.version}, load ${loadavg()[0].toFixed(1)}`)
  for (const name of asked) await parts[name]()
  console.table(rows)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
