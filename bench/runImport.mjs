// `npm run bench -- import`: a mixed folder of 10,000 files, and smaller ones of each kind, through the built program.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './commandLine.mjs'
import { kinds, writeKind, writeMixed } from './files/writeFiles.mjs'
import { row, timed } from './measure.mjs'
import { copyDurably, filesUnder, hashAll } from './peers.mjs'
import { slopeOf, watchedImport } from './watchedImport.mjs'

const count = Number(process.env.CUTTINGS_BENCH_FILES ?? 10_000)
const perKind = Math.max(20, Math.min(300, Math.round(count * 0.03)))
const seed = 20_261_122
const enoughForSlope = 5000
const scratch = mkdtempSync(join(tmpdir(), 'cuttings-bench-'))
const rows = []

/** Imports a folder into an archive of its own, which goes again. */
const importInto = async (name, folder) => {
  const archive = join(scratch, `archive-${name}`)
  await runCommand(['init', archive])
  const watched = await watchedImport([folder], { CUTTINGS_ARCHIVE: archive })
  rmSync(archive, { recursive: true, force: true })
  return watched
}

const saidOf = (outcomes) =>
  Object.entries(outcomes)
    .map(([outcome, number]) => `${number} ${outcome}`)
    .join(', ')

const growthOf = (memory, results, files) => {
  const slope = slopeOf(memory, results / 2)
  return slope === undefined ? undefined : (slope * 1000 * results) / files
}

const tellMemory = ({ memory, live, results, parserPeak }, files) => {
  const kept = growthOf(live, results, files)
  if (kept !== undefined) {
    // Of a short run the second half says nothing: its buffers come and go by more than it grows.
    const reached = files >= enoughForSlope ? kept < 1 : undefined
    const what = 'mixed: growth of what the core keeps over the second half, MB per 1,000 files'
    rows.push(row(what, kept, '< 1 from 5,000 files on', reached))
  }
  const counted = growthOf(memory, results, files)
  if (counted !== undefined)
    rows.push(row('mixed: the same with garbage and caches, as the system counts, MB', counted))
  const last = memory.at(-1)
  if (last) rows.push(row('mixed: memory of the core at the end, MB', last.megabytes))
  if (parserPeak !== undefined) rows.push(row('mixed: most memory of a parser, MB', parserPeak))
}

const tellSeconds = (name, { seconds }, files) => {
  if (seconds > 0) rows.push(row(`${name}: processor seconds for 1,000 files`, (seconds * 1000) / files))
}

const importMixed = async () => {
  const folder = join(scratch, 'mixed')
  mkdirSync(folder)
  await writeMixed(folder, count, seed)
  const files = await filesUnder(folder)
  const { ms: copied } = await timed(() => copyDurably(files, join(scratch, 'copies')))
  rmSync(join(scratch, 'copies'), { recursive: true })
  const { ms: hashed } = await timed(() => hashAll(files))
  const watched = await importInto('mixed', folder)
  const speed = (files.length * 1000) / watched.ms
  rows.push(row(`mixed: ${files.length} files, files a second`, speed, '> 20 on 2 cores', speed > 20))
  tellSeconds('mixed', watched, files.length)
  rows.push(row('mixed: time / that of copying with fsync', watched.ms / copied))
  rows.push(row('mixed: time / that of sha256sum', watched.ms / hashed))
  console.log(`mixed: ${saidOf(watched.outcomes)}`)
  tellMemory(watched, files.length)
  rmSync(folder, { recursive: true })
}

const tellFolder = async (name, folder) => {
  const files = await filesUnder(folder)
  const { ms: copied } = await timed(() => copyDurably(files, join(scratch, 'copies')))
  rmSync(join(scratch, 'copies'), { recursive: true })
  const watched = await importInto('kind', folder)
  const { ms, outcomes } = watched
  rows.push(row(`${name}: ${files.length} files, files a second`, (files.length * 1000) / ms))
  tellSeconds(name, watched, files.length)
  rows.push(row(`${name}: time / that of copying with fsync`, ms / copied))
  console.log(`${name}: ${saidOf(outcomes)}`)
}

const importKinds = async () => {
  for (const kind of kinds) {
    const folder = join(scratch, 'kind')
    mkdirSync(folder)
    await writeKind(folder, kind, perKind, seed)
    await tellFolder(kind.name, folder)
    rmSync(folder, { recursive: true })
  }
}

/** Larger test data, where it is there: each of its folders. */
const importCorpora = async () => {
  const corpora = join(process.env.CUTTINGS_SHARED ?? '', 'corpora')
  if (!process.env.CUTTINGS_SHARED || !existsSync(corpora)) return
  const folders = readdirSync(corpora, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of folders) await tellFolder(`corpora/${name}`, join(corpora, name))
}

try {
  const load = loadavg()[0].toFixed(1)
  console.log(`${count} files, seed ${seed}, Node ${process.version}, ${cpus().length} cores, load ${load}`)
  await importMixed()
  await importKinds()
  await importCorpora()
  console.table(rows)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
