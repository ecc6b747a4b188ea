import { spawn, spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packProfileNames, packProfiles, type PackProfileName } from '#shared/packProfiles'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { jpegFile } from '#core/importers/photo/fixtures/jpegFile'
import { xmpPacket } from '#core/importers/photo/fixtures/xmpPacket'
import { canaries, holds } from './fixtures/hostile/canaries'
import { builtCli } from './fixtures/hostile/runTraced'

/** Where a machine of another name can be had for one process. */
const canName = spawnSync('unshare', ['-ru', 'true'], { stdio: 'ignore' }).status === 0

interface Place {
  readonly folder: string
  readonly home: string
  readonly archive: string
}

const makePlace = async (): Promise<Place> => {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-leaks-'))
  const home = join(folder, canaries.home)
  await mkdir(join(home, 'temporary'), { recursive: true })
  // What is around them is the user's and not looked at.
  await chmod(folder, 0o755)
  return { folder, home, archive: join(home, 'archive') }
}

/** Runs the command line as a user, on a machine and in a home whose names are planted, and lets everything be written by everyone. */
const run = async ({ home }: Place, args: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
  const named = `hostname ${canaries.host} && umask 000 && exec "$0" "$@"`
  const child = spawn('unshare', ['-ru', 'sh', '-c', named, process.execPath, builtCli, ...args, '--json'], {
    cwd: home,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      USER: canaries.user,
      LOGNAME: canaries.user,
      TMPDIR: join(home, 'temporary'),
      CUTTINGS_KEYS: join(home, 'keys'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (output += piece))
  child.stderr.resume()
  await new Promise((done) => child.once('close', done))
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

const filesUnder = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** Words of these that a folder's files hold, or their names. */
const found = async (folder: string, words: readonly string[]): Promise<readonly string[]> => {
  const faults: string[] = []
  for (const path of await filesUnder(folder)) {
    const bytes = await readFile(path)
    for (const word of words)
      if (path.slice(folder.length).includes(word) || holds(bytes, word))
        faults.push(`${word} in ${path.slice(folder.length)}`)
  }
  return faults
}

const fill = async (place: Place): Promise<{ readonly article: string; readonly photo: string }> => {
  const write = async (name: string, content: string | Buffer): Promise<string> => {
    await writeFile(join(place.home, name), content)
    return join(place.home, name)
  }
  const files = [
    await write(
      'report.txt',
      'A bridge is built\n\nThe bridge was opened by the council on a quiet day.\n\nSource: Reuters\n',
    ),
    await write('second.txt', `Another matter\n\nWhat ${canaries.other} said is no part of the bridge.\n`),
    await write(
      'photo.jpg',
      jpegFile({
        xmp: xmpPacket(
          `<exif:GPSLatitude>${canaries.position[0]}N</exif:GPSLatitude><exif:GPSLongitude>16,22.345678E</exif:GPSLongitude><photoshop:Headline>Bridge</photoshop:Headline><photoshop:Credit>Reuters</photoshop:Credit><dc:description><rdf:Alt><rdf:li xml:lang="x-default">The bridge</rdf:li></rdf:Alt></dc:description>`,
        ),
      }),
    ),
  ]
  await run(place, ['init', place.archive])
  const lines = await run(place, ['import', '--archive', place.archive, ...files])
  await run(place, ['keys', 'make', 'Desk'])
  await run(place, ['search', 'bridge', '--archive', place.archive])
  const idOf = (name: string) =>
    String(lines.find((line) => line['event'] === 'imported' && line['name'] === name)?.['id'])
  return { article: idOf('report.txt'), photo: idOf('photo.jpg') }
}

/** What a pack may not hold; a position only where its profile carries none. */
const forbidden = (profile: PackProfileName): readonly string[] => {
  const always = [canaries.home, canaries.user, canaries.host, canaries.other]
  return packProfiles[profile].carries.positions ? always : [...always, ...canaries.position]
}

type Spoil = (folder: string) => Promise<unknown>

let place: Place
let ids: Awaited<ReturnType<typeof fill>>
let packs = 0

beforeAll(async () => {
  if (!canName) return
  place = await makePlace()
  ids = await fill(place)
}, 300_000)
afterAll(async () => {
  if (canName) await rm(place.folder, { recursive: true, force: true })
})

/** Every profile's pack of one article and one photo, and what lies around afterwards. */
const exportAll =
  (spoil: Spoil = () => Promise.resolve()) =>
  async ({ size, tally }: ProofRun): Promise<void> => {
    for (const profile of packProfileNames.slice(0, size)) {
      const pack = join(place.folder, `pack-${(packs += 1)}`)
      const chosen = ['--id', ids.article, '--id', ids.photo]
      const said = await run(place, [
        'export',
        '--archive',
        place.archive,
        '--profile',
        profile,
        ...chosen,
        pack,
      ])
      await spoil(pack)
      const files = await filesUnder(pack).catch(() => [])
      tally.tried(files.length)
      if (files.length < 5) tally.failed(`no pack of ${profile}: ${JSON.stringify(said).slice(0, 400)}`)
      else for (const fault of await found(pack, forbidden(profile))) tally.failed(`${profile}: ${fault}`)
      // A position that was never read could not leak: where it may be, it has to be.
      if (packProfiles[profile].carries.positions && (await found(pack, canaries.position)).length === 0)
        tally.failed(`${profile} lacks the position that it carries`)
    }
    for (const fault of await found(place.archive, [canaries.home, canaries.user, canaries.host]))
      tally.failed(`the archive: ${fault}`)
    for (const path of await filesUnder(join(place.home, 'temporary'))) tally.failed(`left behind: ${path}`)
  }

/** Rights of everything in an archive and beside the keys: folders 0700, files 0600, originals 0400. */
const lookAtModes =
  (spoil: Spoil = () => Promise.resolve()) =>
  async ({ tally }: ProofRun): Promise<void> => {
    await spoil(place.archive)
    for (const root of [place.archive, join(place.home, 'keys')]) {
      const entries = [root, ...(await readdir(root, { recursive: true })).map((name) => join(root, name))]
      for (const path of entries) {
        tally.tried()
        const { mode } = await stat(path)
        const isFolder = (mode & 0o170_000) === 0o040_000
        const due = isFolder ? 0o700 : /\/originals\//.test(path) ? 0o400 : 0o600
        const name = path.slice(place.home.length)
        if ((mode & 0o777) !== due)
          tally.failed(`${name} is ${(mode & 0o777).toString(8)} and not ${due.toString(8)}`)
      }
    }
  }

if (canName) {
  proof(
    'no pack holds the home, the user, the machine, another item, or a position that its profile leaves out',
    {
      promise: 4,
      sizes: { small: 1, ci: packProfileNames.length, full: packProfileNames.length },
      run: exportAll(),
      controls: {
        'a pack that names where it was made': exportAll((pack) =>
          writeFile(join(pack, 'made-in.txt'), `/home/${canaries.home}/archive`),
        ),
      },
    },
  )

  proof('what is written is for its user alone, whatever the system would give to others', {
    promise: 4,
    sizes: { small: 1, ci: 1, full: 1 },
    run: lookAtModes(),
    controls: {
      'a file that everyone can read': lookAtModes((archive) => chmod(join(archive, 'archive.json'), 0o644)),
    },
  })
} else
  it('is told that no machine of another name can be had here: unshare is for Linux', () => {
    expect(process.platform === 'linux' && process.env['CI'], 'in CI it has to be there').toBeFalsy()
  })
