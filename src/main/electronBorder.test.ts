import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '..')
/** Type imports vanish in the build and are no use of Electron. */
const usesElectron = (text: string): boolean =>
  /^(?:import (?!type\b)[^;]*? from |import |export .* from )'electron'|import\('electron'\)|require\('electron'\)/m.test(
    text,
  )

const sources = async (): Promise<readonly string[]> => {
  const names = await readdir(src, { recursive: true })
  return names.filter((name) => /\.(ts|vue)$/.test(name)).map((name) => join(src, name))
}

describe('the border of Electron', () => {
  it('knows a use from a type', () => {
    expect(usesElectron("import { app } from 'electron'")).toBe(true)
    expect(usesElectron("import {\n  app,\n} from 'electron'")).toBe(true)
    expect(usesElectron("const { app } = await import('electron')")).toBe(true)
    expect(usesElectron("import type { App } from 'electron'")).toBe(false)
  })

  it('runs round main and preload: nothing else can load it, so that it runs without', async () => {
    const users: string[] = []
    for (const path of await sources())
      if (!path.endsWith('.test.ts') && usesElectron(await readFile(path, 'utf8')))
        users.push(relative(src, path))
    expect(users.filter((path) => !/^(main|preload)[/\\]/.test(path))).toEqual([])
    expect(users.length).toBeGreaterThan(5)
  })
})
