import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettings } from './settings'

const home = join('/home', 'anna')
let folder = ''
let path = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-settings-'))
  path = join(folder, 'settings.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the settings', () => {
  it('are remembered, each change on top of the last', async () => {
    const first = await openSettings(path, home)
    await first.set({ lastArchive: '/A' })
    await first.set({ window: { width: 500, height: 600, maximized: true } })
    const second = await openSettings(path, home)
    expect(second.get()).toEqual({
      lastArchive: '/A',
      window: { width: 500, height: 600, maximized: true },
    })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('do not name the home folder, and know places in it again', async () => {
    const [archive, disk] = [join(home, 'Cuttings'), join('/media', 'disk')]
    const given = { lastArchive: archive, ownArchive: archive, watched: { [archive]: [home, disk] } }
    const first = await openSettings(path, home)
    await first.set(given)
    expect(await readFile(path, 'utf8')).not.toContain('anna')
    expect((await openSettings(path, home)).get()).toEqual(given)
  })

  it.each(['', '{', '[]', '{"window":{"width":"wide"}}', '{"lastArchive":""}'])(
    'start anew from a file that makes no sense: %j',
    async (content) => {
      await writeFile(path, content)
      expect((await openSettings(path, home)).get()).toEqual({})
    },
  )

  it('end as the last change says, however fast they come, with nothing left beside them', async () => {
    const settings = await openSettings(path, home)
    await Promise.all(Array.from({ length: 20 }, (_, number) => settings.set({ lastArchive: `/${number}` })))
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ lastArchive: '/19' })
    expect(await readdir(folder)).toEqual(['settings.json'])
  })

  it('tell when they can not be written, and try again with the next change', async () => {
    const settings = await openSettings(join(folder, 'none', 'settings.json'), home)
    await expect(settings.set({ lastArchive: '/A' })).rejects.toThrow('ENOENT')
    await expect(settings.set({ lastArchive: '/B' })).rejects.toThrow('ENOENT')
    expect(settings.get()).toEqual({ lastArchive: '/B' })
  })
})
