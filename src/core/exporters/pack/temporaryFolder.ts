import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { afterEach } from 'vitest'

/** Real folders for the tests of packs, removed after each test. */
export const createTemporaryFolders = () => {
  const made: string[] = []
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
  })
  return async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'cuttings-pack-'))
    made.push(folder)
    return folder
  }
}

/** Every file under a folder with its bytes, by path with `/`. */
export const filesUnder = async (folder: string): Promise<Map<string, Buffer>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path))
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}
