import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { it, expect } from 'vitest'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { bombs } from '#core/parsing/fixtures/bombs'
import { hostileFiles, type HostileFile } from './fixtures/hostile/hostileFiles'
import { judgeTrace } from './fixtures/hostile/judgeTrace'
import { builtCli, runTraced, type Traced } from './fixtures/hostile/runTraced'
import { ranName } from './fixtures/hostile/scripts'

/** More than there are. */
const mostFiles = 10_000

/** Where strace and namespaces are there to watch with; elsewhere the same files are imported unwatched by other tests. */
const canWatch = spawnSync('unshare', ['-rn', 'strace', '-V'], { stdio: 'ignore' }).status === 0

/** Small files that ask for much, as files; none that are nothing but large. */
const bombFiles = async (): Promise<readonly HostileFile[]> => {
  const made: HostileFile[] = []
  for (const [at, { name, make }] of bombs.entries()) {
    const source = await make()
    if (source.size <= 100_000_000)
      made.push({ name: `bomb-${at}-${name}`, content: Buffer.from(await source.read(0, source.size)) })
  }
  return made
}

/** Some bytes of each file are others: what is damaged and hostile at once. */
const damaged = (files: readonly HostileFile[], seed: number): readonly HostileFile[] =>
  files.map(({ name, content }, at) => {
    const bytes = Buffer.from(content as string)
    for (let turn = 1; turn <= 5; turn += 1) {
      const place = (seed + at * 7919 + turn * 104_729) % bytes.length
      bytes[place] = (seed + turn * 31 + at) % 256
    }
    return { name: `damaged-${name}`, content: bytes }
  })

/** What is imported at this size: some of the project's own files; all; all, damaged ones, and bombs. */
const filesOf = async (
  size: number,
  seed: number,
): Promise<{ files: readonly HostileFile[]; isWhole: boolean }> => {
  const all = await hostileFiles()
  if (size >= mostFiles * 2)
    return { files: [...all, ...damaged(all, seed), ...(await bombFiles())], isWhole: true }
  if (size >= mostFiles) return { files: all, isWhole: true }
  const some = fc.shuffledSubarray([...all], { minLength: size, maxLength: size })
  return { files: fc.sample(some, { numRuns: 1, seed })[0] ?? [], isWhole: false }
}

/** Every file under a folder by its path there, with the hash of its bytes. */
const hashes = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      paths.map(
        async (path) =>
          [
            path,
            createHash('sha256')
              .update(await readFile(path))
              .digest('hex'),
          ] as const,
      ),
    ),
  )
}

const differences = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))

interface Place {
  readonly folder: string
  readonly input: string
  readonly archive: string
}

const makePlace = async (files: readonly HostileFile[], corpora: string | undefined): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-hostile-'))
  const [input, archive] = [join(folder, 'input'), join(folder, 'archive')]
  await Promise.all(['input', 'home', 'temporary', 'elsewhere'].map((name) => mkdir(join(folder, name))))
  for (const { name, content } of files) await writeFile(join(input, name), content)
  if (corpora !== undefined) await cp(corpora, join(input, 'corpora'), { recursive: true })
  return { folder, input, archive }
}

/** What the program said of the files, where it said it in the words that it has for that. */
const faultsOfOutput = ({ code, output }: Traced): readonly string[] => {
  const said = output.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as { readonly event?: string; readonly code?: string; readonly name?: string }]
    } catch {
      // Sentences for people go to standard error, between the lines.
      return []
    }
  })
  return [
    ...(code === 0 || code === 1 ? [] : [`it ended with ${code}: ${output.slice(-300)}`]),
    ...(said.some(({ event }) => event === 'done') ? [] : [`it said no end: ${output.slice(-300)}`]),
    ...said
      .filter((line) => line.code === 'internal')
      .map(({ name }) => `nobody foresaw what ${name} brought`),
  ]
}

interface Importing {
  /** The program and its arguments. */
  readonly args: (place: Place) => readonly string[]
  readonly prepare?: (place: Place) => readonly string[]
}

const ours: Importing = {
  prepare: ({ archive }) => [builtCli, 'init', archive],
  args: ({ archive, input }) => [builtCli, 'import', '--json', '--archive', archive, input],
}

const careless: Importing = {
  args: ({ archive, input }) => [
    join(import.meta.dirname, 'fixtures/hostile/carelessImport.mjs'),
    input,
    archive,
  ],
}

const importAll =
  ({ args, prepare }: Importing, corpora?: string) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    const { files, isWhole } = await filesOf(size, seed)
    const place = await makePlace(files, isWhole ? corpora : undefined)
    const cwd = join(place.folder, 'elsewhere')
    try {
      if (prepare) await runTraced(place.folder, prepare(place), cwd)
      const before = await hashes(place.input)
      const traced = await runTraced(place.folder, args(place), cwd)
      const { calls, faults } = judgeTrace(traced.trace, {
        archive: place.archive,
        cwd,
        program: process.execPath,
      })
      tally.tried(before.size)
      for (const fault of [...faultsOfOutput(traced), ...faults]) tally.failed(fault)
      if (calls < 100) tally.failed(`only ${calls} calls were seen, too few to say anything`)
      for (const path of differences(before, await hashes(place.input))) tally.failed(`changed: ${path}`)
      for (const name of ['home', 'temporary', 'elsewhere'])
        for (const path of await readdir(join(place.folder, name), { recursive: true }))
          tally.failed(`left in ${name}: ${path}`)
      const ran = [...(await hashes(place.folder)).keys()].filter((path) => path.includes(ranName))
      for (const path of ran) tally.failed(`a script ran: ${path}`)
    } finally {
      await rm(place.folder, { recursive: true, force: true })
    }
  }

if (canWatch)
  proof('no file that is imported runs, calls out, names a path, or changes anything outside the archive', {
    promise: 4,
    sizes: { small: 12, ci: mostFiles, full: mostFiles * 2 },
    run: importAll(ours, sharedFolder('corpora')),
    controls: { 'an importer that unpacks by name, fetches and asks other programs': importAll(careless) },
  })
else
  it('is told that nothing can be watched here: strace and unshare are for Linux', () => {
    expect(process.platform === 'linux' && process.env['CI'], 'in CI they have to be there').toBeFalsy()
  })
