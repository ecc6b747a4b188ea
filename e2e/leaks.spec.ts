import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveFolder } from './fixtures/archiveFolder'
import { startElectronHost, type ElectronHost } from './fixtures/electronHost'
import { articleText, canaries, canariesIn, faultsUnder, placedPicture } from './fixtures/leaks/canaries'
import { canName, namedMachine } from './fixtures/leaks/namedMachine'
import type { Noise } from './fixtures/noise'
import { expect, test } from './fixtures/test'
import { importOf } from './pages/importOf'
import { packOf } from './pages/packOf'
import { photosOf } from './pages/photosOf'
import { readingOf } from './pages/readingOf'
import { shellOf } from './pages/shellOf'

test.skip(!canName, 'no machine of another name can be had here: unshare is for Linux')

/**
 * The archive, whose rights leaks.proof.test.ts looks at, and the rights of the driver's shaders, which each program with a
 * window has there.
 */
const isKnown = /^Cuttings|^\.cache\/mesa_shader_cache(\/\w+)* is /

/** Starts the application as a user, on a machine and in a home whose names are planted. */
const startPlanted = async (archive: ArchiveFolder, noise: Noise) => {
  const { scratch } = archive
  const [home, temporary, profile] = [canaries.home, 'temporary', 'profile'].map((name) =>
    join(scratch, name),
  )
  if (!home || !temporary || !profile) throw new TypeError('a folder has no name')
  for (const folder of [home, temporary, profile]) await mkdir(folder, { mode: 0o700 })
  const { by, environment } = await namedMachine(scratch)
  const user = { HOME: home, USER: canaries.user, LOGNAME: canaries.user, TMPDIR: temporary }
  const places = Object.entries({ CONFIG: '.config', CACHE: '.cache', DATA: '.local' })
  const xdg = Object.fromEntries(places.map(([name, folder]) => [`XDG_${name}_HOME`, join(home, folder)]))
  const host = await startElectronHost({ ...archive, folder: join(home, 'Cuttings') }, noise.listen, {
    by,
    environment: { ...environment, ...user, ...xdg },
  })
  const log: Buffer[] = []
  for (const stream of [host.app.process().stdout, host.app.process().stderr])
    stream?.on('data', (piece: Buffer) => log.push(Buffer.from(piece)))
  const look = async (): Promise<readonly string[]> => [
    ...(await faultsUnder(profile)),
    ...(await faultsUnder(temporary)),
    ...(await faultsUnder(home)).filter((fault) => !isKnown.test(fault)),
    ...canariesIn(Buffer.concat(log)).map((word) => `the log holds ${word}`),
  ]
  return { host, profile, look }
}

/** Import, reading, search and a pack. */
const use = async (host: ElectronHost, archive: ArchiveFolder): Promise<void> => {
  const { page } = host
  const [shell, imports, photos] = [shellOf(page), importOf(page), photosOf(page)]
  await expect(shell.entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
  await imports.start(host, [
    await archive.write('report.txt', articleText),
    await archive.write('photo.png', placedPicture()),
  ])
  await imports.commit.click()
  await expect(shell.entry('Photos')).toHaveText(/1$/)
  await shell.entry('Photos').click()
  await photos.tile('Bridge').click()
  await expect(photos.picture).toBeVisible()
  await shell.search.fill(canaries.article)
  await page.getByRole('region', { name: 'Search results' }).getByRole('option').first().click()
  await expect(readingOf(page).headline).toHaveText('A bridge is built')
  await shell.packButton.click()
  await packOf(page).saveTo(host, join(archive.scratch, 'files', 'pack.zip'))
}

/** The archive's process is killed, then the page's. */
const crash = async ({ app, page, corePid }: ElectronHost): Promise<void> => {
  process.kill(await corePid(), 'SIGKILL')
  await expect(shellOf(page).said).toHaveText(/^The archive process ended and was started again\./)
  const crashed = page.waitForEvent('crash')
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().forEach(({ webContents }) => webContents.forcefullyCrashRenderer()),
  )
  await crashed
}

test(
  'leaves nothing of the user, the machine or the archive outside of it, and nothing that others could read',
  { tag: '@proof' },
  async ({ archive, noise }) => {
    const { host, profile, look } = await startPlanted(archive, noise)
    try {
      await use(host, archive)
      await crash(host)
    } finally {
      await host.stop()
    }
    expect(await look()).toEqual([])

    const { length: count } = await readdir(profile, { recursive: true })
    await writeFile(join(profile, 'note'), `crashed in /home/${canaries.home}`, { mode: 0o644 })
    expect(await look()).toEqual([`note holds ${canaries.home}`, 'note is 644'])
    const stated = { promise: 4, count, failures: 0, controls: 2, seed: '' }
    test.info().annotations.push({ type: 'proof', description: JSON.stringify(stated) })
  },
)
