import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyPack } from '#core/exporters/pack/verifyPack'
import { buildPack } from './buildPack'

const archive = resolve(import.meta.dirname, '../../archive')
const slug = 'isis-caliphate-baghouz-2019'
const committed = join(archive, slug)

/** Every file with its bytes as Latin-1, so that a difference can be shown. */
const contentsOf = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = files.sort().map(async (file): Promise<[string, string]> => [
    file
      .slice(folder.length + 1)
      .split(sep)
      .join('/'),
    await readFile(file, 'latin1'),
  ])
  return Object.fromEntries(await Promise.all(read))
}

const agentOf = (bagInfo: string): string => {
  const agent = /^Bag-Software-Agent: (.*)$/m.exec(bagInfo)?.[1]
  if (agent === undefined) throw new Error('the committed pack does not name its software')
  return agent
}

describe('buildPack', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-build-pack-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  it('makes the bundled pack again, byte for byte (npm run archive:build writes it)', async () => {
    const expected = await contentsOf(committed)
    const out = join(folder, 'pack')
    await buildPack({
      input: join(archive, `${slug}.input.json`),
      out,
      work: join(folder, 'work'),
      agent: agentOf(expected['bag-info.txt'] ?? ''),
    })
    const made = await contentsOf(out)
    expect(Object.keys(made)).toEqual(Object.keys(expected))
    for (const [path, bytes] of Object.entries(made))
      expect({ path, bytes }).toEqual({ path, bytes: expected[path] })
    expect(await readdir(folder)).toEqual(['pack'])
  })

  it('keeps the input as the original of the article', async () => {
    const expected = await contentsOf(committed)
    const original = Object.keys(expected).find((path) =>
      /^data\/articles\/[^/]+\/original\.json$/.test(path),
    )
    expect(original && expected[original]).toBe(await readFile(join(archive, `${slug}.input.json`), 'latin1'))
  })

  it('ships a pack that verifies: unchanged, complete, its chains of custody unbroken', async () => {
    expect(await verifyPack(committed)).toMatchObject({
      problems: 0,
      unchanged: 'yes',
      complete: 'yes',
      custody: 'unbroken',
      counts: { articles: 1, passages: 23, citations: 9, photos: 0 },
    })
  })
})
