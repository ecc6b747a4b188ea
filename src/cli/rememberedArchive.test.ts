import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRememberedArchive, rememberedPath } from './rememberedArchive'

const home = join('/home', 'anna')
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-remembered-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('remembers the last one that was written, and leaves nothing beside it', async () => {
  const path = join(folder, 'new', 'serve.json')
  const remembered = createRememberedArchive(path, home)
  expect(await remembered.read()).toEqual({})
  await remembered.write({ lastArchive: '/A', ownArchive: '/own' })
  await remembered.write({ lastArchive: '/B', ownArchive: '/own' })
  expect(await createRememberedArchive(path, home).read()).toEqual({ lastArchive: '/B', ownArchive: '/own' })
  expect(await readdir(join(folder, 'new'))).toEqual(['serve.json'])
})

it('does not name the home folder, and knows a place in it again', async () => {
  const path = join(folder, 'serve.json')
  const last = { lastArchive: join(home, 'Cuttings'), ownArchive: home }
  await createRememberedArchive(path, home).write(last)
  expect(await readFile(path, 'utf8')).not.toContain('anna')
  expect(await createRememberedArchive(path, home).read()).toEqual(last)
})

it('remembers nothing where its file is not its own', async () => {
  const path = join(folder, 'serve.json')
  for (const text of ['', '{"lastArchive":7}', '[]']) {
    await writeFile(path, text)
    expect(await createRememberedArchive(path, home).read()).toEqual({})
  }
})

it('is kept where each system keeps settings', () => {
  const at = (platform: NodeJS.Platform, env = {}) => rememberedPath({ platform, home, env })
  expect(at('linux')).toBe(join(home, '.config', 'cuttings', 'serve.json'))
  expect(at('linux', { XDG_CONFIG_HOME: '/x' })).toBe(join('/x', 'cuttings', 'serve.json'))
  expect(at('darwin')).toContain('Application Support')
  expect(at('win32', { APPDATA: '/roaming' })).toBe(join('/roaming', 'cuttings', 'serve.json'))
})
