import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeMixedFiles } from './fixtures/mixedFiles'
import { run, type Line } from './fixtures/runProgram'

const files = 30

const heldIn = async (archive: string): Promise<(string | undefined)[]> => {
  const list = run(['list', '--archive', archive])
  expect(await list.ended).toBe(0)
  return list.lines.map(({ id }) => id)
}

const isOriginal = async (archive: string, sha256 = ''): Promise<boolean> => {
  const path = join(archive, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === sha256
  )
}

const isPromise = ({ event }: Line): boolean => event === 'imported'

describe('an import of mixed files and containers', () => {
  let folder = ''
  let input = ''
  let records = 0
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-kill-'))
    input = join(folder, 'input')
    records = await makeMixedFiles(input, files)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  for (const after of [0, 5, 23])
    it(`that is killed at a moment after ${after} records has lost none, and is completed by another`, async () => {
      const archive = join(folder, `archive-${after}`)
      expect(await run(['init', archive]).ended).toBe(0)
      let seen = 0
      const later = Math.random() * 60
      const killed = run(['import', '--archive', archive, input], (line, child) => {
        if (isPromise(line)) seen += 1
        if (seen > after) setTimeout(() => child.kill('SIGKILL'), later)
      })
      await killed.ended
      const promised = killed.lines.filter(isPromise)
      const held = new Set(await heldIn(archive))
      expect(promised.filter(({ id }) => !held.has(id))).toEqual([])
      for (const { sha256 } of promised) expect(await isOriginal(archive, sha256)).toBe(true)

      const again = run(['import', '--archive', archive, input])
      expect(await again.ended).toBe(0)
      const before = new Set(promised.map(({ id }) => id))
      expect(again.lines.filter((line) => isPromise(line) && before.has(line.id))).toEqual([])
      expect(new Set(await heldIn(archive)).size).toBe(records)
      expect(await readdir(join(archive, 'staging'))).toEqual([])
      const verified = run(['verify', '--archive', archive])
      expect(await verified.ended).toBe(0)
      expect(verified.lines.at(-1)).toMatchObject({ ok: true, problems: 0 })
    }, 300_000)
})
