// `npm run bench -- search`: this engine beside stock lunr, MiniSearch, FlexSearch and SQLite FTS5, on the same articles.
// `--json file` writes all figures down.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, freemem, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { percentile } from './measure.mjs'
import { bundleEngine } from './search/bundle.mjs'
import { inChild } from './search/child.mjs'
import { writeCorpus } from './search/corpus.mjs'
import { goalRows, sideRows } from './search/goals.mjs'
import { sideNames } from './search/sides.mjs'

const count = Number(process.env.CUTTINGS_BENCH_ITEMS ?? 50_000)
const longCount = Math.ceil(count / 5)
/** Stock lunr needs gigabytes beyond this, and seconds for a query. */
const mostForLunr = 10_000
const openings = 3

const { json } = parseArgs({ args: process.argv.slice(3), options: { json: { type: 'string' } } }).values
const scratch = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
const queriesPath = join(scratch, 'queries.json')

/** A folder with a corpus, in which each side saves its index. */
const placeFor = (name) => ({ folder: scratchFor(name), path: join(scratch, `${name}.jsonl`) })
const scratchFor = (name) => {
  const folder = join(scratch, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

const medianOf = (runs, figure) =>
  percentile(
    runs.map((run) => run[figure]),
    0.5,
  )

const openAgain = async (side, place, first) => {
  const runs = []
  for (let turn = 0; turn < openings; turn += 1)
    runs.push(await inChild('runOpen', { side, ...place, first }))
  return { ms: medianOf(runs, 'ms'), memory: medianOf(runs, 'memory') }
}

const measureSides = async (names, place, first) => {
  const builds = {}
  const opens = {}
  for (const side of names) {
    builds[side] = await inChild('runBuild', { side, ...place })
    opens[side] = await openAgain(side, place, first)
    console.log(`${sideNames[side]}: built with ${builds[side].seconds.toFixed(1)} s of the processor`)
  }
  return { builds, opens }
}

/** What one process can hold: FlexSearch goes first where memory is short. */
const loadable = (names) => {
  const needed = count * 60_000
  return freemem() > needed ? names : names.filter((name) => name !== 'flexSearch')
}

const measureLong = async () => {
  const place = placeFor('long')
  for (const side of ['ours', 'fullText']) await inChild('runBuild', { side, ...place })
  const sides = ['ours', 'oursInWorker', 'fullText']
  return inChild('runContest', { sides, ...place, queriesPath, isLong: true })
}

/** The goals need the first three; `CUTTINGS_BENCH_PEERS=goals` leaves the others out. */
const sideNamesFor = () => {
  const goals = ['ours', 'fullText', 'miniSearch']
  if (process.env.CUTTINGS_BENCH_PEERS === 'goals') return goals
  return [...goals, 'flexSearch', ...(count > mostForLunr ? [] : ['lunr'])]
}

const measure = async () => {
  const names = sideNamesFor()
  const place = placeFor('articles')
  const { queries } = JSON.parse(readFileSync(queriesPath, 'utf8'))
  const sides = await measureSides(names, place, queries.sayt[1])
  const together = ['oursInWorker', ...loadable(names)]
  const contest = await inChild('runContest', {
    sides: together,
    ...place,
    queriesPath,
    addedPath: join(scratch, 'added.jsonl'),
  })
  console.log('asked in turn')
  return {
    ...sides,
    contest,
    long: await measureLong(),
    overlap: await inChild('runOverlap', { folder: scratch, path: place.path, queriesPath }),
  }
}

try {
  const load = loadavg()[0].toFixed(1)
  await bundleEngine()
  const origin = writeCorpus(scratch, count, longCount)
  console.log(
    `${count} articles and ${longCount} long ones (${origin}), Node ${process.version}, ${cpus().length} cores, load ${load}`,
  )
  const figures = await measure()
  const goals = goalRows(figures)
  console.table(sideRows(sideNames, figures))
  console.table(goals)
  if (json)
    writeFileSync(json, `${JSON.stringify({ count, longCount, origin, goals, ...figures }, null, 2)}\n`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
