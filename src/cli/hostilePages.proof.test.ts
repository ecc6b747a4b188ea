import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { sharedFolder } from '#core/fixtures/sharedFolder'
import { hostileFiles } from './fixtures/hostile/hostileFiles'
import { judgePage } from './fixtures/hostile/judgePage'
import { builtCli } from './fixtures/hostile/runTraced'

/** More than there are. */
const mostFiles = 10_000
/** As many as a control needs. */
const fewFiles = 12

const run = (folder: string, args: readonly string[]): Promise<string> =>
  new Promise((done) => {
    const env = { PATH: process.env['PATH'], HOME: folder, CUTTINGS_KEYS: join(folder, 'keys') }
    const options = { env, maxBuffer: 1_000_000_000 }
    // Files that are refused end an import with 1; what has to be there is looked for afterwards.
    execFile(process.execPath, [builtCli, ...args, '--json'], options, (_error, output) => done(output))
  })

const putFiles = async (input: string, size: number, seed: number): Promise<void> => {
  await mkdir(input)
  const all = await hostileFiles()
  const some = fc.shuffledSubarray([...all], { minLength: Math.min(size, all.length) })
  const files = size >= mostFiles ? all : (fc.sample(some, { numRuns: 1, seed })[0] ?? []).slice(0, size)
  for (const { name, content } of files) await writeFile(join(input, name), content)
  const corpora = size >= mostFiles ? sharedFolder('corpora') : undefined
  if (corpora !== undefined) await cp(corpora, join(input, 'corpora'), { recursive: true })
}

/** The pages of a pack that are made of records: originals are as they came, and `verify.html` is the program's own. */
const pagesOf = async (pack: string): Promise<readonly string[]> => {
  const entries = await readdir(pack, { recursive: true })
  return entries
    .filter((name) => /\.x?html?$/i.test(name) && !/(^|[/\\])(verify|original)\.\w+$/.test(name))
    .map((name) => join(pack, name))
}

/** An archive of all that was imported from a place, and its pack. */
const packOf = async (folder: string, name: string, input: string): Promise<string> => {
  const [archive, pack] = [join(folder, name), join(folder, `${name}-pack`)]
  await run(folder, ['init', archive])
  await run(folder, ['import', '--archive', archive, input])
  await run(folder, ['export', '--archive', archive, pack])
  return pack
}

const judgeAll =
  (write: (page: string) => string = (page) => page) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    const folder = await mkdtemp(join(tmpdir(), 'cuttings-pages-'))
    try {
      await putFiles(join(folder, 'input'), size, seed)
      const first = await packOf(folder, 'first', join(folder, 'input'))
      // A pack of hostile records is a hostile pack: what a second archive makes of it is looked at as well.
      const second = await packOf(folder, 'second', first)
      for (const pack of [first, second]) {
        const pages = await pagesOf(pack)
        if (pages.length < Math.min(size / 4, 100)) tally.failed(`only ${pages.length} pages in ${pack}`)
        for (const path of pages) {
          tally.tried()
          for (const fault of judgePage(write(await readFile(path, 'utf8'))).slice(0, 3))
            tally.failed(`${path.slice(folder.length)}: ${fault}`)
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#60;': '<',
  '&#38;': '&',
  '&amp;': '&',
}

proof(
  'a second parser finds nothing that runs, loads or leads elsewhere in what is made of hostile files and packs',
  {
    promise: 4,
    sizes: { small: fewFiles, ci: 120, full: mostFiles },
    run: judgeAll(),
    controls: {
      'pages that are written without escaping': (run) =>
        judgeAll((page) =>
          page.replace(/&(lt|gt|quot|#39|#60|#38|amp);/g, (entity) => characters[entity] ?? entity),
        )({ ...run, size: fewFiles }),
    },
  },
)
