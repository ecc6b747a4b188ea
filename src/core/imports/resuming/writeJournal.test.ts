import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeFileSystem, type FileSystem } from '../../store/fileSystem'
import type { JournalHead } from './journalLines'
import { beginJournal } from './writeJournal'

const head: JournalHead = {
  format: 'cuttings-import-journal',
  version: 1,
  origin: 'here',
  startedAt: '2026-11-26T00:00:00.000Z',
  names: ['a.txt'],
  files: 1,
  keepUnreadable: false,
  uploads: [],
}
const place = { at: 0, name: 'a.txt', form: 'file', path: '/in/a.txt' } as const

let folder: string
let logged: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-journal-'))
  logged = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A disk that is full after so many writes. */
const fullAfter = (writes: number): FileSystem => {
  let left = writes
  return {
    ...nodeFileSystem,
    write: (file, bytes) => {
      if ((left -= 1) < 0) return Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
      return nodeFileSystem.write(file, bytes)
    },
  }
}
const begin = (fs: FileSystem) =>
  beginJournal({ fs, path: join(folder, 'j.jsonl'), log: (line) => logged.push(line) }, head, [place])

it('holds what was asked, and a line for each place that is done', async () => {
  const journal = await begin(nodeFileSystem)
  await journal.done(0, [{ name: 'a.txt', outcome: 'imported' }])
  await journal.end(true)
  const lines = (await readFile(join(folder, 'j.jsonl'), 'utf8')).trim().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    head,
    place,
    { done: 0, results: [{ name: 'a.txt', outcome: 'imported' }] },
  ])
})

it.each([0, 1, 2])('is given up where the disk is full after %i writes, and says so once', async (writes) => {
  const journal = await begin(fullAfter(writes))
  await journal.done(0, [])
  await journal.done(1, [])
  await journal.end(true)
  expect(await readdir(folder)).toEqual([])
  expect(logged).toHaveLength(1)
})

it('is removed at an end after which nothing is to be gone on with', async () => {
  await (await begin(nodeFileSystem)).end(false)
  expect(await readdir(folder)).toEqual([])
})
