import { mkdir, mkdtemp, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { systemClock } from '../records/clock'
import { stateOf } from '../records/fileState'
import { archiveLayout, type Layout } from '../store/layout'
import { createInbox } from './createInbox'
import { createKnownFiles } from './createKnownFiles'
import type { Inbox } from './types'

let base: string
let layout: Layout
let desk: string
let changes: number
let logged: string[]

const open = (most?: number): Inbox =>
  createInbox({
    known: createKnownFiles(layout, (line) => logged.push(line)),
    createId: systemClock.createId,
    changed: () => (changes += 1),
    ...(most === undefined ? {} : { most }),
  })

const watched = async (inbox: Inbox, looks = 2): Promise<Inbox> => {
  inbox.watch([{ token: 'token', name: 'desk', path: desk }])
  for (let look = 0; look < looks; look += 1) await inbox.look()
  return inbox
}
const names = (inbox: Inbox): string[] => inbox.list(0, 500).files.map(({ name }) => name)
const stateNow = (inbox: Inbox): string | undefined => inbox.list(0, 1).folders[0]?.state

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'cuttings-inbox-'))
  layout = archiveLayout(join(base, 'archive'))
  await mkdir(layout.derived, { recursive: true })
  desk = join(base, 'desk')
  await mkdir(desk)
  changes = 0
  logged = []
})
afterEach(() => rm(base, { recursive: true, force: true }))

describe('the inbox', () => {
  it('proposes a file once two looks saw it alike, under a name that is safe to show', async () => {
    await mkdir(join(desk, 'in'))
    await writeFile(join(desk, 'in', 'a\u202Etxt.exe'), 'one')
    const inbox = await watched(open(), 1)
    expect(names(inbox)).toEqual([])
    await inbox.look()
    expect(inbox.list(0, 10)).toMatchObject({ total: 1, files: [{ bytes: 3 }] })
    expect(names(inbox)[0]).toMatch(/^desk\/in\/a/)
    expect(names(inbox)[0]).not.toContain('\u202E')
    await writeFile(join(desk, 'in', 'a\u202Etxt.exe'), 'it grows')
    await inbox.look()
    expect(names(inbox)).toEqual([])
    await inbox.look()
    expect(inbox.total()).toBe(1)
  })

  it('is empty where no folder is watched', async () => {
    await writeFile(join(desk, 'a.txt'), 'one')
    const inbox = open()
    await inbox.look()
    expect(inbox.list(0, 10)).toEqual({ folders: [], total: 0, files: [] })
  })

  it('opens no file: one that nobody may read is proposed like another, with its time of reading unchanged', async () => {
    const path = join(desk, 'secret.txt')
    await writeFile(path, 'secret', { mode: 0 })
    await utimes(path, new Date(1000), new Date(2000))
    const inbox = await watched(open())
    expect(names(inbox)).toEqual(['desk/secret.txt'])
    expect((await stat(path)).atimeMs).toBe(1000)
  })

  it('follows no link, and passes over hidden files, downloads under way and other archives', async () => {
    await writeFile(join(base, 'outside.txt'), 'outside')
    await symlink(join(base, 'outside.txt'), join(desk, 'link.txt'))
    await symlink(base, join(desk, 'folder'))
    await writeFile(join(desk, '.hidden'), 'x')
    await writeFile(join(desk, 'film.mp4.crdownload'), 'x')
    await mkdir(join(desk, 'Cuttings', 'originals'), { recursive: true })
    await writeFile(join(desk, 'Cuttings', 'archive.json'), '{}')
    await writeFile(join(desk, 'Cuttings', 'originals', 'ab'), 'x')
    await writeFile(join(desk, 'plain.txt'), 'x')
    expect(names(await watched(open()))).toEqual(['desk/plain.txt'])
  })

  it('takes what belongs together as one', async () => {
    await writeFile(join(desk, 'photo.jpg'), 'x')
    await writeFile(join(desk, 'photo.xmp'), 'x')
    await writeFile(join(desk, 'page.html'), 'x')
    await mkdir(join(desk, 'page_files'))
    await writeFile(join(desk, 'page_files', 'look.css'), 'x')
    await mkdir(join(desk, 'pack', 'data'), { recursive: true })
    await writeFile(join(desk, 'pack', 'bagit.txt'), 'x')
    await writeFile(join(desk, 'pack', 'data', 'ro-crate-metadata.json'), 'x')
    const inbox = await watched(open())
    expect(names(inbox)).toEqual(['desk/page.html', 'desk/photo.jpg', 'desk/pack'])
    expect(inbox.pathsOf(undefined)).toEqual(
      ['page_files', 'page.html', 'photo.xmp', 'photo.jpg', 'pack'].map((name) => join(desk, name)),
    )
  })

  it('proposes what was dismissed no more, until it changes, also in a later session', async () => {
    await writeFile(join(desk, 'a.txt'), 'one')
    await writeFile(join(desk, 'b.txt'), 'two')
    const inbox = await watched(open())
    const [first] = inbox.list(0, 1).files
    await inbox.dismiss([first?.id ?? ''])
    expect(names(inbox)).toEqual(['desk/b.txt'])
    const later = await watched(open())
    expect(names(later)).toEqual(['desk/b.txt'])
    await writeFile(join(desk, 'a.txt'), 'one, and more')
    await later.look()
    await later.look()
    expect(names(later)).toEqual(['desk/a.txt', 'desk/b.txt'])
    const noted = join(layout.derived, 'inbox', 'known.jsonl')
    expect((await stat(noted)).mode & 0o777).toBe(0o600)
  })

  it('proposes everything again where its memory is gone or makes no sense', async () => {
    await writeFile(join(desk, 'a.txt'), 'one')
    await (await watched(open())).dismiss(undefined)
    const noted = join(layout.derived, 'inbox', 'known.jsonl')
    const line = await readFile(noted, 'utf8')
    await writeFile(noted, `nonsense\n${line.slice(0, -5)}\n[]`)
    expect(names(await watched(open()))).toEqual(['desk/a.txt'])
    await writeFile(noted, `nonsense\n${line}`)
    expect(names(await watched(open()))).toEqual([])
  })

  it('no longer proposes what was dealt with, whoever did it', async () => {
    const path = join(desk, 'a.txt')
    await writeFile(path, 'one')
    const inbox = await watched(open())
    const state = await stateOf(path)
    if (state) inbox.dealtWith(path, state)
    await inbox.look()
    expect(inbox.total()).toBe(0)
    expect(() => inbox.pathsOf(undefined)).toThrow(CuttingsError)
  })

  it('says that a folder is gone, concludes nothing from it, and goes on when it is back', async () => {
    await writeFile(join(desk, 'a.txt'), 'one')
    const inbox = await watched(open())
    await rename(desk, `${desk}-away`)
    await inbox.look()
    expect(stateNow(inbox)).toBe('gone')
    expect(names(inbox)).toEqual([])
    await rename(`${desk}-away`, desk)
    await inbox.look()
    await inbox.look()
    expect(stateNow(inbox)).toBe('there')
    expect(names(inbox)).toEqual(['desk/a.txt'])
  })

  it('looks at so many entries and no more, and says so', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await writeFile(join(desk, name), name)
    const inbox = await watched(open(3))
    expect(stateNow(inbox)).toBe('too-many')
    expect(stateNow(await watched(open(4)))).toBe('there')
  })

  it('tells of changes and is quiet without one', async () => {
    await writeFile(join(desk, 'a.txt'), 'one')
    const inbox = await watched(open())
    const before = changes
    await inbox.look()
    expect(changes).toBe(before)
    await writeFile(join(desk, 'b.txt'), 'two')
    await inbox.look()
    await inbox.look()
    expect(changes).toBe(before + 1)
  })

  it('goes on in memory where what was dismissed can’t be noted', async () => {
    await writeFile(join(desk, 'a.txt'), 'one')
    await rm(layout.derived, { recursive: true })
    await writeFile(layout.derived, 'a file in its place')
    const inbox = await watched(open())
    await inbox.dismiss(undefined)
    await inbox.look()
    expect(inbox.total()).toBe(0)
    expect(logged).toHaveLength(1)
  })
})
