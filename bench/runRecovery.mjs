// `npm run bench -- recovery`: an archive of 10,000 articles whose writer was killed, until it can be written and read again.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createArticle, createRandom, createVocabulary } from './articles.mjs'
import { program, runCommand, startHost } from './commandLine.mjs'
import { row, summary, timed } from './measure.mjs'

const count = Number(process.env.CUTTINGS_BENCH_ARTICLES ?? 10_000)
const rounds = 5
/** What is told lags behind what is done: so many more are there, that the kill comes while it imports. */
const more = 500
const random = createRandom(20_261_122)
const scratch = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
const [input, killed, again] = ['input', 'killed', 'again'].map((name) => join(scratch, name))

const writeArticles = () => {
  const words = createVocabulary(40_000, random)
  mkdirSync(input)
  for (let number = 0; number < count + more; number += 1)
    writeFileSync(join(input, `${number}.txt`), createArticle(number, words, random))
}

/** Imports so many, and kills the writer in the middle of its work; the id of one of them. */
const importAndKill = async () => {
  await runCommand(['init', killed])
  const child = spawn(process.execPath, [program, 'import', '--archive', killed, input, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let imported = 0
  let id
  createInterface(child.stdout).on('line', (line) => {
    const told = JSON.parse(line)
    if (told.event !== 'imported') return
    id = told.id
    imported += 1
    if (imported === count) child.kill('SIGKILL')
  })
  await new Promise((done) => child.once('close', done))
  return id
}

/** Seconds of some work in the archive as the kill left it, and of the same in it once it was closed well. */
const beforeAndAfter = async (work) => {
  const [first, second] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    rmSync(again, { recursive: true, force: true })
    cpSync(killed, again, { recursive: true })
    for (const times of [first, second]) times.push((await timed(work)).ms / 1000)
  }
  return { first: summary(first).p50, second: summary(second).p50 }
}

const serveOnce = async () => {
  const host = await startHost({ CUTTINGS_ARCHIVE: again })
  await host.stop()
}

try {
  writeArticles()
  const id = await importAndKill()
  const log = statSync(join(killed, 'catalogue.sqlite-wal')).size
  const note = ['notes', 'add', '--archive', again, '--item', id, '--text', 'ask again']
  const edited = await beforeAndAfter(() => runCommand(note))
  const served = await beforeAndAfter(serveOnce)
  console.table([
    row(
      `a note in ${count} articles whose writer was killed, whole command, s`,
      edited.first,
      '< 2',
      edited.first < 2,
    ),
    row('the same where it was closed well, s', edited.second),
    row('their pages served and stopped again, after a kill, s', served.first),
    row('the same where it was closed well, s', served.second),
    row('log that was left, MB', log / 1e6),
    row('load of the machine', loadavg()[0]),
  ])
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
