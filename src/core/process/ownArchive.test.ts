import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownArchive } from './ownArchive'

let home = ''
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cuttings-home-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const nameDocuments = async (line: string): Promise<void> => {
  await mkdir(join(home, '.config'))
  await writeFile(join(home, '.config', 'user-dirs.dirs'), `# comment\n${line}\n`)
}

describe("the user's own archive", () => {
  it('is Cuttings in the documents folder', async () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(await ownArchive({ env: {}, home, platform })).toBe(join(home, 'Documents', 'Cuttings'))
  })

  it('is where CUTTINGS_ARCHIVE says', async () => {
    const env = { CUTTINGS_ARCHIVE: '/elsewhere/A' }
    expect(await ownArchive({ env, home, platform: 'linux' })).toBe('/elsewhere/A')
  })

  it('follows the name of the documents folder in another language', async () => {
    await nameDocuments('XDG_DOCUMENTS_DIR="$HOME/Dokumente"')
    expect(await ownArchive({ env: {}, home, platform: 'linux' })).toBe(join(home, 'Dokumente', 'Cuttings'))
  })

  it('is never loose in the home folder, which a desktop without a documents folder names', async () => {
    await nameDocuments('XDG_DOCUMENTS_DIR="$HOME"')
    expect(await ownArchive({ env: {}, home, platform: 'linux' })).toBe(join(home, 'Documents', 'Cuttings'))
  })
})
