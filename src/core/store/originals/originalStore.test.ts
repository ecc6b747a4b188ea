import { execFileSync } from 'node:child_process'
import {
  appendFile,
  chmod,
  mkdir,
  readFile,
  readdir,
  rename,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock as clock } from '../../records/clock'
import { sha256Of } from '../../records/digest'
import type { FileSystem } from '../fileSystem'
import { nodeFileSystem } from '../fileSystem'
import { asStream } from '../fixtures/exampleRecords'
import type { Call } from '../fixtures/faultyFileSystem'
import { createFaultyFileSystem, failOnce } from '../fixtures/faultyFileSystem'
import { createTestFolder } from '../fixtures/testFolder'
import { archiveLayout, layoutFolders } from '../layout'
import type { OriginalStore } from '../types'
import { createOriginalStore } from './createOriginalStore'

const code = (value: string) => expect.objectContaining({ name: 'CuttingsError', code: value })

interface Place {
  readonly folder: string
  readonly into: string
  readonly store: (fs?: FileSystem) => OriginalStore
}

const createPlace = async (): Promise<Place> => {
  const folder = await createTestFolder()
  const layout = archiveLayout(join(folder, 'archive'))
  for (const path of layoutFolders(layout)) await mkdir(path, { recursive: true })
  const presence = { check: () => undefined, explain: (error: unknown) => error }
  return {
    folder,
    into: layout.staging,
    store: (fs = nodeFileSystem) =>
      createOriginalStore({ fs, layout, presence, assertWritable: () => undefined, adopted: new Set() }),
  }
}

const writeInput = async (place: Place, content: string | Uint8Array): Promise<string> => {
  const path = join(place.folder, `${clock.createId()}.txt`)
  await writeFile(path, content)
  return path
}

test('keeps the bytes of a file under their hash, read-only', async () => {
  const place = await createPlace()
  const bytes = Buffer.alloc(3_000_000, 'abc')
  const store = place.store()
  const staged = await store.stage(await writeInput(place, bytes), place.into)
  expect(staged).toMatchObject({ sha256: sha256Of(bytes), bytes: bytes.length })
  await store.adopt(staged)
  const path = store.pathOf(staged.sha256)
  expect(path.endsWith(join(staged.sha256.slice(0, 2), staged.sha256.slice(2, 4), staged.sha256))).toBe(true)
  expect((await stat(path)).mode & 0o777).toBe(0o400)
  expect((await readFile(path)).equals(bytes)).toBe(true)
  expect(await readdir(place.into)).toEqual([])
  expect(await store.has(staged.sha256)).toBe(true)
  expect(await store.has(sha256Of('other'))).toBe(false)
})

test('keeps the same bytes once, however often they are adopted', async () => {
  const place = await createPlace()
  const store = place.store()
  const path = await writeInput(place, 'same')
  const first = await store.stage(path, place.into)
  const second = await store.stage(path, place.into)
  await store.adopt(first)
  await store.adopt(second)
  await store.adopt(second)
  const names: string[] = []
  for await (const { name } of store.list()) names.push(name)
  expect(names).toHaveLength(1)
  expect(await readdir(place.into)).toEqual([])
})

test('sets damaged bytes aside where the right ones come again', async () => {
  const place = await createPlace()
  const store = place.store()
  const path = await writeInput(place, 'right')
  const staged = await store.stage(path, place.into)
  await store.adopt(staged)
  await chmod(store.pathOf(staged.sha256), 0o600)
  await writeFile(store.pathOf(staged.sha256), 'wrong')
  await store.adopt(await store.stage(path, place.into))
  expect(await readFile(store.pathOf(staged.sha256), 'utf8')).toBe('right')
  const quarantine = join(place.folder, 'archive', 'quarantine')
  const [aside = ''] = await readdir(quarantine)
  expect(await readFile(join(quarantine, aside), 'utf8')).toBe('wrong')
})

test('follows no link', async () => {
  const place = await createPlace()
  const path = join(place.folder, 'link')
  await symlink(await writeInput(place, 'secret'), path)
  await expect(place.store().stage(path, place.into)).rejects.toThrow(code('link'))
  // The name turns into a link between the look and the opening: O_NOFOLLOW is what then holds.
  const plain = await nodeFileSystem.lstat(await writeInput(place, 'plain'))
  const racing: FileSystem = { ...nodeFileSystem, lstat: () => Promise.resolve(plain) }
  await expect(place.store(racing).stage(path, place.into)).rejects.toThrow(code('link'))
  expect(await readdir(place.into)).toEqual([])
})

test('opens nothing but files, and waits for no pipe', async () => {
  const place = await createPlace()
  const pipe = join(place.folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const socket = join(place.folder, 'socket')
  const server = createServer().listen(socket)
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  const store = place.store()
  const found = (what: string) => expect.objectContaining({ code: 'not-a-file', details: { found: what } })
  await expect(store.stage(place.folder, place.into)).rejects.toThrow(found('a folder'))
  await expect(store.stage(pipe, place.into)).rejects.toThrow(found('a pipe'))
  await expect(store.stage(socket, place.into)).rejects.toThrow(found('a socket'))
  await expect(store.stage('/dev/null', place.into)).rejects.toThrow(found('a device'))
  const plain = await nodeFileSystem.lstat(await writeInput(place, 'plain'))
  const racing: FileSystem = { ...nodeFileSystem, lstat: () => Promise.resolve(plain) }
  await expect(place.store(racing).stage(pipe, place.into)).rejects.toThrow(found('a pipe'))
})

test('says why a file cannot be taken', async () => {
  const place = await createPlace()
  const path = await writeInput(place, 'text')
  await expect(place.store().stage(join(place.folder, 'none'), place.into)).rejects.toThrow(
    code('not-found-file'),
  )
  await expect(place.store().stage(await writeInput(place, ''), place.into)).rejects.toThrow(code('empty'))
  for (const fault of ['EACCES', 'EIO', 'EPERM'])
    await expect(place.store(failOnce('open', fault)).stage(path, place.into)).rejects.toThrow(
      expect.objectContaining({ code: 'unreadable', details: { reason: fault } }),
    )
  await expect(place.store(failOnce('read', 'EIO')).stage(path, place.into)).rejects.toThrow(
    code('unreadable'),
  )
  const signal = AbortSignal.abort()
  await expect(place.store().stage(path, place.into, { signal })).rejects.toThrow(code('cancelled'))
  expect(await readdir(place.into)).toEqual([])
})

/** Runs a step once, after the first bytes were read. */
const duringReading = (step: () => Promise<void>): FileSystem => {
  let done = false
  return {
    ...nodeFileSystem,
    read: async (file, buffer) => {
      const bytes = await nodeFileSystem.read(file, buffer)
      if (!done) await step()
      done = true
      return bytes
    },
  }
}

test.each([
  ['grows', (path: string) => appendFile(path, 'more')],
  ['is written over', (path: string) => writeFile(path, 'TEXT')],
  ['becomes shorter', (path: string) => writeFile(path, 'x')],
  [
    'is replaced',
    async (path: string) => {
      await writeFile(`${path}.new`, 'text')
      await rename(`${path}.new`, path)
    },
  ],
])('refuses a file that %s while it is read', async (_name, change) => {
  const place = await createPlace()
  const path = await writeInput(place, 'text')
  const store = place.store(duringReading(() => change(path)))
  await expect(store.stage(path, place.into)).rejects.toThrow(code('changed'))
  expect(await readdir(place.into)).toEqual([])
  expect((await place.store().stage(path, place.into)).bytes).toBeGreaterThan(0)
})

/** Keeps a file and tells what became of it: nothing may be acknowledged that is not wholly there. */
const keep = async (place: Place, store: OriginalStore, path: string): Promise<'kept' | string> => {
  try {
    await store.adopt(await store.stage(path, place.into))
    return 'kept'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  }
}

const allowedFor: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ['disk-full', 'unreadable'],
  EDQUOT: ['disk-full', 'unreadable'],
  EIO: ['write-failed', 'unreadable'],
  EROFS: ['archive-read-only', 'unreadable'],
  EACCES: ['archive-read-only', 'unreadable'],
}

const writingCalls: readonly Call[] = [
  'open',
  'read',
  'write',
  'sync',
  'syncFolder',
  'makeFolder',
  'rename',
  'remove',
]

test.each(Object.keys(allowedFor))('acknowledges nothing when any one call fails with %s', async (fault) => {
  for (const call of writingCalls) {
    for (let nth = 1; nth <= 3; nth += 1) {
      const place = await createPlace()
      const path = await writeInput(place, 'the bytes')
      const outcome = await keep(place, place.store(failOnce(call, fault, nth)), path)
      if (outcome !== 'kept') expect(allowedFor[fault], `${call} ${nth}`).toContain(outcome)
      // A second attempt on a sound disk keeps it, whatever the first left behind.
      expect(await keep(place, place.store(), path)).toBe('kept')
      expect(await readFile(place.store().pathOf(sha256Of('the bytes')), 'utf8')).toBe('the bytes')
    }
  }
})

/** Whether a store tells of a file as kept although its fsync, or that of its folders, failed. */
const lies = async (broken: (fs: FileSystem) => FileSystem, call: Call): Promise<boolean> => {
  const place = await createPlace()
  const fs = createFaultyFileSystem((name) => (name === call ? 'EIO' : undefined))
  return (await keep(place, place.store(broken(fs)), await writeInput(place, 'bytes'))) === 'kept'
}

test.each(['sync', 'syncFolder'] as const)('tells of nothing as kept whose %s failed', async (call) => {
  expect(await lies((fs) => fs, call)).toBe(false)
  // Negative control: a variant that swallows the fault is caught by the same question.
  expect(await lies((fs) => ({ ...fs, [call]: () => Promise.resolve() }), call)).toBe(true)
})

test('never syncs a descriptor again after a failed fsync', async () => {
  const place = await createPlace()
  const synced: unknown[] = []
  const fs: FileSystem = {
    ...nodeFileSystem,
    sync: (file) => {
      synced.push(file)
      return synced.length === 1 ? failOnce('sync', 'EIO').sync(file) : nodeFileSystem.sync(file)
    },
  }
  const store = place.store(fs)
  const path = await writeInput(place, 'bytes')
  expect(await keep(place, store, path)).toBe('write-failed')
  expect(await keep(place, store, path)).toBe('kept')
  expect(new Set(synced).size).toBe(2)
})

test('leaves nothing half-trusted behind after a failed fsync of a folder', async () => {
  const place = await createPlace()
  const path = await writeInput(place, 'bytes')
  for (let nth = 1; nth <= 3; nth += 1) {
    expect(await keep(place, place.store(failOnce('syncFolder', 'EIO', nth)), path)).toBe('write-failed')
    expect(await place.store().has(sha256Of('bytes'))).toBe(false)
    // A folder that stayed would not be named anew, and a later fsync would be believed of its name.
    expect(await readdir(join(place.into, '..', 'originals'))).toEqual([])
  }
})

test('takes bytes that are at hand, and gives up a stream that breaks', async () => {
  const place = await createPlace()
  const store = place.store()
  const staged = await store.stageStream(asStream('one ', 'two'), place.into)
  expect(staged.sha256).toBe(sha256Of('one two'))
  await store.adopt(staged)
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield* asStream('one')
    throw new Error('the pack ended')
  }
  await expect(store.stageStream(breaking(), place.into)).rejects.toThrow('the pack ended')
  expect(await readdir(place.into)).toEqual([])
})

test('lists names that are no hash, and hashes in the wrong place, as no address', async () => {
  const place = await createPlace()
  const store = place.store()
  const staged = await store.stageStream(asStream('here'), place.into)
  await store.adopt(staged)
  const originals = join(place.folder, 'archive', 'originals')
  await writeFile(join(originals, 'note.txt'), 'x')
  await writeFile(join(originals, sha256Of('lost')), 'lost')
  const found = new Map<string, string | undefined>()
  for await (const { name, sha256 } of store.list()) found.set(name, sha256)
  expect(found.size).toBe(3)
  expect(found.get('note.txt')).toBeUndefined()
  expect(found.get(sha256Of('lost'))).toBeUndefined()
  expect([...found.values()]).toContain(staged.sha256)
})
