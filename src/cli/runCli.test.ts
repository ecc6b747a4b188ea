import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bridgeText, harbourText } from '#core/fixtures/articleFiles'
import { assembleTestApp } from '#core/fixtures/openTestApp'
import type { LastArchive } from '#core/process/firstArchive'
import { systemClock } from '#core/records/clock'
import { sha256Of } from '#core/records/digest'
import { openArchive } from '#core/store/openArchive'
import { linesOf, runInProcess } from './fixtures/runInProcess'
import type { CliDependencies, ServeOptions } from './types'

type Line = Record<string, unknown>

let folder = ''
let archive = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  archive = join(folder, 'A')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const deps = { clock: systemClock }

const run = (args: readonly string[], replace: Partial<CliDependencies> = {}) =>
  runInProcess(folder, args, replace)

/** The lines of a command with `--json`: each has to be one object. */
const json = async (args: readonly string[], replace: Partial<CliDependencies> = {}) => {
  const { status, out, err } = await run([...args, '--json'], replace)
  expect(out === '' || out.endsWith('\n')).toBe(true)
  return { status, err, lines: linesOf(out) }
}

const put = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

const importBoth = async (): Promise<string[]> => {
  await json(['init', archive])
  const { lines } = await json(['import', await put('a.txt', harbourText), await put('b.txt', bridgeText)])
  return lines.filter(({ event }) => event === 'imported').map(({ id }) => String(id))
}

describe('cuttings init', () => {
  it('makes an empty archive and names it', async () => {
    const { status, lines } = await json(['init', archive])
    expect(status).toBe(0)
    expect(lines).toEqual([{ event: 'created', path: archive, id: expect.any(String) as string }])
    expect((await json(['list'])).lines).toEqual([])
  })

  it('refuses a folder that holds an archive or anything else', async () => {
    await json(['init', archive])
    expect(await json(['init', archive])).toMatchObject({ status: 1, lines: [{ code: 'archive-exists' }] })
    await put('something', 'x')
    expect(await json(['init', folder])).toMatchObject({ status: 1, lines: [{ code: 'archive-not-empty' }] })
  })
})

describe('cuttings import', () => {
  it('has one line for each file and a sum', async () => {
    await json(['init', archive])
    const paths = [await put('a.txt', harbourText), await put('b.txt', harbourText), await put('c.txt', '')]
    const { status, lines } = await json(['import', ...paths])
    const [imported] = lines
    expect(lines).toEqual([
      {
        event: 'imported',
        id: imported?.['id'],
        kind: 'article',
        name: 'a.txt',
        sha256: sha256Of(harbourText),
      },
      { event: 'duplicate', id: imported?.['id'], name: 'b.txt', sha256: sha256Of(harbourText) },
      { event: 'refused', name: 'c.txt', code: 'empty', message: expect.any(String) as string },
      { event: 'done', imported: 1, duplicates: 1, kept: 0, refused: 1 },
    ])
    expect(status).toBe(1)
    expect(await readdir(join(archive, 'staging'))).toEqual([])
  })

  it('ends well where nothing was refused, and imports the same file only once', async () => {
    await json(['init', archive])
    const path = await put('a.txt', harbourText)
    expect((await json(['import', path])).status).toBe(0)
    const again = await json(['import', path])
    expect(again.status).toBe(0)
    expect(again.lines.at(-1)).toEqual({ event: 'done', imported: 0, duplicates: 1, kept: 0, refused: 0 })
  })

  it('keeps what it cannot read where that is asked for', async () => {
    await json(['init', archive])
    const path = await put('d.xyz', '\u0000\u0001\u0002binary\u0000')
    expect((await json(['import', path])).lines[0]).toMatchObject({ event: 'refused', name: 'd.xyz' })
    const { status, lines } = await json(['import', path, '--keep-unreadable'])
    expect(lines[0]).toMatchObject({ event: 'kept', name: 'd.xyz', sha256: expect.any(String) as string })
    expect(status).toBe(0)
  })

  it('writes nothing in a dry run, and shows the record that would be made', async () => {
    const [id] = await importBoth()
    const paths = [
      join(folder, 'a.txt'),
      await put('new.txt', bridgeText.replace('three', 'two')),
      await put('c.txt', ''),
    ]
    const { status, lines } = await json(['import', '--dry-run', ...paths])
    expect(lines.map(({ event, name }) => `${String(event)} ${String(name)}`)).toEqual([
      'would-duplicate a.txt',
      'would-import new.txt',
      'would-refuse c.txt',
      'done undefined',
    ])
    expect(lines[0]).toMatchObject({ id })
    expect(lines[1]).toMatchObject({ record: { fields: { headline: 'The bridge was inspected' } } })
    expect(lines[3]).toEqual({ event: 'done', imported: 1, duplicates: 1, kept: 0, refused: 1 })
    expect(status).toBe(1)
    expect((await json(['list'])).lines).toHaveLength(2)
    expect(await readdir(join(archive, 'staging'))).toEqual([])
  })

  it('lists the formats without an archive', async () => {
    const { status, lines } = await json(['import', '--formats'])
    expect(status).toBe(0)
    const text = lines.find((line) => line['id'] === 'text')
    expect(text).toMatchObject({ extensions: expect.arrayContaining(['txt']) as string[] })
    for (const id of ['html', 'pdf', 'docx', 'eml', 'jpeg', 'bibtex', 'ninjs', 'zip'])
      expect(lines.map((line) => line['id'])).toContain(id)
  })

  it('stops on request: what was imported stays and is said', async () => {
    await json(['init', archive])
    const paths = await Promise.all(
      Array.from({ length: 20 }, (_, n) => put(`${String(n).padStart(2, '0')}.txt`, `${harbourText} ${n}`)),
    )
    const stop = new AbortController()
    const { status, out, err } = await run(['import', ...paths, '--json'], {
      signal: stop.signal,
      openApp: async (at, opening) => {
        const app = assembleTestApp(await openArchive(at, { ...deps, ...opening }))
        const { commit } = app.archive.catalogue
        let commits = 0
        Object.assign(app.archive.catalogue, {
          commit: (change: Parameters<typeof commit>[0]) => {
            commits += 1
            if (commits === 3) stop.abort()
            return commit(change)
          },
        })
        return app
      },
    })
    const lines = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line)
    expect(status).toBe(1)
    expect(lines.at(-1)).toEqual({ event: 'done', imported: 3, duplicates: 0, kept: 0, refused: 0 })
    expect(err).toContain('Stopped on request')
    expect((await json(['list'])).lines).toHaveLength(3)
  })

  it('says so where another process writes, and imports nothing', async () => {
    await json(['init', archive])
    const path = await put('a.txt', harbourText)
    const writer = await openArchive(archive, deps)
    const other = await json(['import', path], {
      openApp: async (at) =>
        assembleTestApp({
          ...(await openArchive(at, { ...deps, mode: 'read' })),
          readOnly: { reason: 'in-use', host: 'desk', pid: 7, since: '2026-11-22T10:00:00.000Z' },
        }),
    })
    expect(other).toMatchObject({ status: 3, lines: [{ event: 'error', code: 'archive-in-use' }] })
    await writer.close()
    expect((await json(['list'])).lines).toEqual([])
  })
})

describe('--take-lock', () => {
  const lockOf = (host: string): string =>
    `${JSON.stringify({ host, pid: process.pid, since: '2026-11-22T10:00:00.000Z', token: 't' })}\n`

  it('breaks the lock of another machine only where it was asked to, and says how', async () => {
    await json(['init', archive])
    const path = await put('a.txt', harbourText)
    const theirs = lockOf('desk-2')
    await writeFile(join(archive, 'lock.json'), theirs)
    const refused = await json(['import', path])
    expect(refused).toMatchObject({ status: 3, lines: [{ event: 'error', code: 'archive-in-use' }] })
    expect(String(refused.lines[0]?.['message'])).toContain('desk-2')
    expect(String(refused.lines[0]?.['message'])).toContain('2026-11-22T10:00:00.000Z')
    expect(refused.err).toContain('--take-lock')
    expect(await readFile(join(archive, 'lock.json'), 'utf8')).toBe(theirs)

    const taken = await json(['import', path, '--take-lock'])
    expect(taken).toMatchObject({ status: 0, lines: [{ event: 'imported' }, { event: 'done' }] })
    expect(await readdir(archive)).not.toContain('lock.json')
  })

  it('leaves the lock of a writer that runs on this machine', async () => {
    await json(['init', archive])
    const writer = await openArchive(archive, deps)
    const lock = await readFile(join(archive, 'lock.json'), 'utf8')
    const refused = await json(['rebuild', '--take-lock'])
    expect(refused).toMatchObject({ status: 3, lines: [{ code: 'archive-in-use' }] })
    expect(refused.err).toContain('stop it first')
    expect(await readFile(join(archive, 'lock.json'), 'utf8')).toBe(lock)
    await writer.close()
  })

  it('is no option of a command that only reads', async () => {
    expect(await json(['list', '--take-lock'])).toMatchObject({ status: 2, lines: [{ code: 'usage' }] })
  })
})

describe('cuttings list and show', () => {
  it('lists items, one line each, and records of one kind', async () => {
    const ids = await importBoth()
    const { status, lines } = await json(['list'])
    expect(status).toBe(0)
    expect(lines.map(({ id, kind, title }) => ({ id, kind, title }))).toEqual([
      { id: ids[0], kind: 'article', title: 'The harbour was measured twice' },
      { id: ids[1], kind: 'article', title: 'The bridge was inspected' },
    ])
    expect((await json(['list', '--kind', 'photo'])).lines).toEqual([])
    const sources = (await json(['list', '--kind', 'source'])).lines
    expect(sources.map(({ title }) => title)).toContain('Bridge Authority')
    const citations = (await json(['list', '--kind', 'citation'])).lines
    expect(citations.length).toBeGreaterThanOrEqual(3)
    for (const line of citations)
      expect(line).toMatchObject({ kind: 'citation', origin: 'printed', title: line['literal'] })
  })

  it('shows any record whole', async () => {
    const [id = ''] = await importBoth()
    const { status, lines } = await json(['show', id])
    expect(status).toBe(0)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ id, kind: 'article', headline: 'The harbour was measured twice' })
    const { out } = await run(['show', id])
    expect(out).toContain('The harbour was measured twice')
    expect(out).toMatch(/ 1 {2}.*measured on Monday/)
  })

  it('has no record of an unknown id', async () => {
    await json(['init', archive])
    const { status, lines } = await json(['show', '0193a000-0000-7000-8000-000000000000'])
    expect(status).toBe(1)
    expect(lines).toEqual([{ event: 'error', code: 'not-found', message: expect.any(String) as string }])
    expect(await json(['show', 'not-an-id'])).toMatchObject({ status: 2, lines: [{ code: 'bad-input' }] })
  })
})

describe('cuttings search', () => {
  it('says where each item matches, with ranges in its snippet', async () => {
    const [id] = await importBoth()
    const { status, lines } = await json(['search', 'Tuesday'])
    expect(status).toBe(0)
    expect(lines).toHaveLength(1)
    const [line] = lines
    expect(Object.keys(line ?? {})).toEqual(['id', 'kind', 'title', 'score', 'passage', 'snippet', 'ranges'])
    expect(line).toMatchObject({ id, kind: 'article', passage: '2' })
    const [[start, end]] = line?.['ranges'] as [[number, number]]
    expect([...String(line?.['snippet'])].slice(start, end).join('')).toBe('Tuesday')
  })

  it('has no passage where the headline matches', async () => {
    await importBoth()
    const [line] = (await json(['search', 'twice'])).lines
    expect(line && 'passage' in line).toBe(false)
  })

  it('stops at its limit and prints nothing where nothing is found', async () => {
    await importBoth()
    expect((await json(['search', 'the', '--limit', '1'])).lines).toHaveLength(1)
    expect(await json(['search', 'nowhere'])).toEqual({ status: 0, err: '', lines: [] })
  })
})

describe('cuttings preflight', () => {
  it('says what each rule of a desk finds and where, and whether an export would be stopped', async () => {
    await importBoth()
    const { status, lines } = await json(['preflight', '--profile', 'fact-check'])
    expect(status).toBe(0)
    expect(lines.find(({ rule }) => rule === 'unsourced-passage')).toMatchObject({
      event: 'rule',
      severity: 'warning',
      state: 'found',
    })
    expect(lines.at(-1)).toEqual({ event: 'preflight', profile: 'fact-check', state: 'found' })
    expect((await run(['preflight', '--id', 'nothing'])).status).toBe(2)
  })

  it('is in the pack, with who waived what and why', async () => {
    await importBoth()
    const out = join(folder, 'P')
    const waive = ['--waive', 'unsourced-passage=a column', '--by', 'A. Editor']
    expect((await json(['export', out, '--profile', 'fact-check', ...waive])).status).toBe(0)
    const found = JSON.parse(await readFile(join(out, 'data/checks/preflight.json'), 'utf8')) as {
      results: Line[]
    }
    expect(found.results).toContainEqual(
      expect.objectContaining({
        rule: 'unsourced-passage',
        state: 'waived',
        waiver: { rule: 'unsourced-passage', reason: 'a column', by: 'A. Editor' },
      }),
    )
    expect(await readFile(join(out, 'data/checks/preflight.html'), 'utf8')).toContain('A. Editor')
    expect(await readFile(join(out, 'data/index.html'), 'utf8')).toContain('checks/preflight.html')
    for (const wrong of [
      ['--waive', 'unsourced-passage=x'],
      ['--waive', 'nothing=x', '--by', 'A'],
      ['--waive', 'open-note=', '--by', 'A'],
    ])
      expect((await run(['export', join(folder, 'Q'), ...wrong])).status).toBe(2)
  })
})

describe('cuttings export and verify', () => {
  it('exports a pack that verifies, and tells the hash of its tag manifest', async () => {
    await importBoth()
    const out = join(folder, 'pack')
    const { status, lines } = await json(['export', out])
    expect(status).toBe(0)
    const manifest = await readFile(join(out, 'tagmanifest-sha256.txt'))
    expect(lines).toMatchObject([
      {
        event: 'exported',
        path: out,
        items: 2,
        files: expect.any(Number) as number,
        sha256: sha256Of(manifest),
      },
    ])
    const verified = await json(['verify', out])
    expect(verified).toMatchObject({ status: 0, lines: [{ event: 'verified', ok: true, problems: 0 }] })
    expect(verified.lines[0]?.['checked']).toBeGreaterThan(0)
  })

  it('names what was changed in a pack', async () => {
    await importBoth()
    const out = join(folder, 'pack')
    await json(['export', out])
    await writeFile(join(out, 'data/index.html'), 'changed')
    await writeFile(join(out, 'data/extra.txt'), 'extra')
    const { status, lines } = await json(['verify', out])
    expect(status).toBe(1)
    expect(lines.filter(({ event }) => event === 'problem').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['changed', 'extra']) as string[],
    )
    expect(lines.at(-1)).toMatchObject({ event: 'verified', ok: false })
  })

  it('exports what is selected, as a zip, with the date and identifier that are given, byte for byte the same', async () => {
    const [id = ''] = await importBoth()
    const given = ['--date', '2026-11-22', '--identifier', '0193a000-0000-7000-8000-0000000000ff']
    const hashes = []
    for (const name of ['one.zip', 'two.zip']) {
      const { lines } = await json(['export', join(folder, name), '--id', id, '--zip', ...given])
      expect(lines[0]).toMatchObject({ event: 'exported', items: 1 })
      hashes.push(lines[0]?.['sha256'], sha256Of(await readFile(join(folder, name))))
    }
    expect(new Set(hashes).size).toBe(1)
    const selected = await json(['export', join(folder, 'three'), '--select', 'bridge'])
    expect(selected.lines[0]).toMatchObject({ event: 'exported', items: 1 })
  })

  it('writes no pack of nothing, and none over something', async () => {
    await importBoth()
    const out = join(folder, 'pack')
    const nothing = await json(['export', out, '--select', 'nowhere'])
    expect(nothing).toMatchObject({ status: 1, lines: [{ event: 'error', code: 'selection-empty' }] })
    await put('there', 'x')
    const over = await json(['export', join(folder, 'there')])
    expect(over).toMatchObject({ status: 1, lines: [{ event: 'error', code: 'destination-exists' }] })
  })

  it('verifies an archive, named or by its path, and finds a changed original', async () => {
    await importBoth()
    expect((await json(['verify'])).lines.at(-1)).toMatchObject({ event: 'verified', ok: true })
    const sha256 = sha256Of(harbourText)
    const original = join(archive, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    await rm(original)
    await writeFile(original, 'something else')
    const { status, lines } = await json(['verify', archive])
    expect(status).toBe(1)
    expect(lines[0]).toMatchObject({ event: 'problem', code: 'changed' })
  })

  it('imports a pack into another archive with equal records', async () => {
    const [id = ''] = await importBoth()
    const out = join(folder, 'pack')
    await json(['export', out])
    const other = join(folder, 'B')
    await json(['init', other])
    const { status, lines } = await json(['import', '--archive', other, out])
    expect(status).toBe(0)
    expect(lines.at(-1)).toEqual({ event: 'done', imported: 2, duplicates: 0, kept: 0, refused: 0 })
    const shown = (await json(['show', id])).lines
    expect((await json(['show', id, '--archive', other])).lines).toEqual(shown)
    const again = await json(['import', '--archive', other, out])
    expect(again.lines.map(({ event }) => event)).toEqual(['duplicate', 'done'])
  })
})

describe('cuttings rebuild, doctor and serve', () => {
  it('rebuilds and counts', async () => {
    await importBoth()
    expect(await json(['rebuild'])).toEqual({ status: 0, err: '', lines: [{ event: 'rebuilt', items: 2 }] })
  })

  it('looks at everything', async () => {
    await importBoth()
    const { status, lines } = await json(['doctor'])
    expect(status).toBe(0)
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) expect(Object.keys(line)).toEqual(['check', 'ok', 'message'])
  })

  const serving = (options: ServeOptions[], opened: 'open' | 'failed') => ({
    startServer: (asked: ServeOptions) => {
      options.push(asked)
      return Promise.resolve({
        url: 'http://127.0.0.1:1/#token=t',
        opened: Promise.resolve(
          opened === 'open'
            ? ({ state: 'open', name: 'A', place: archive } as const)
            : ({
                state: 'failed',
                place: archive,
                error: { code: 'archive-missing', message: '', details: { place: archive } },
              } as const),
        ),
        close: () => Promise.resolve(),
      })
    },
  })

  it('prints one address and serves until it is stopped', async () => {
    const stop = new AbortController()
    const options: ServeOptions[] = []
    const addresses: string[] = []
    const { status, lines } = await json(
      ['serve', '--port', '8123', '--watch', '/in/a', '--watch', '/in/b', '--open'],
      {
        signal: stop.signal,
        ...serving(options, 'open'),
        openAddress: (url) => {
          addresses.push(url)
          stop.abort()
        },
      },
    )
    expect(status).toBe(0)
    expect(lines).toEqual([{ event: 'serving', url: 'http://127.0.0.1:1/#token=t' }])
    expect(addresses).toEqual(['http://127.0.0.1:1/#token=t'])
    expect(options).toEqual([
      {
        port: 8123,
        archive,
        create: true,
        withBundle: true,
        takeLock: false,
        watch: [resolve('/in/a'), resolve('/in/b')],
      },
    ])
  })

  it('serves the archive that was served last, says which, and lets one that is named win', async () => {
    let last: LastArchive = {}
    const lastServed: CliDependencies['lastServed'] = {
      read: () => Promise.resolve(last),
      write: (next) => Promise.resolve(void (last = next)),
    }
    const other = join(folder, 'B')
    const serve = async (...args: readonly string[]) => {
      const stop = new AbortController()
      stop.abort()
      const options: ServeOptions[] = []
      const fakes = { ...serving(options, 'open'), signal: stop.signal, lastServed }
      const { err } = await run(['serve', ...args], fakes)
      return { err, archive: options[0]?.archive, create: options[0]?.create }
    }
    expect(await serve()).toMatchObject({
      archive,
      create: true,
      err: expect.stringContaining(archive) as string,
    })
    expect(await serve('--archive', other)).toMatchObject({ archive: other, create: false, err: '' })
    expect(await serve()).toMatchObject({ archive: other, create: false })
    expect((await serve()).err).toContain(`open last, ${other}`)
    // The user's own archive is another one now (CUTTINGS_ARCHIVE): what was remembered was said of the one before.
    last = { lastArchive: other, ownArchive: join(folder, 'elsewhere') }
    expect(await serve()).toMatchObject({ archive, create: true })
  })

  it('remembers no archive that could not be opened', async () => {
    const written: unknown[] = []
    await run(['serve', '--archive', archive], {
      ...serving([], 'failed'),
      lastServed: {
        read: () => Promise.resolve({}),
        write: (next) => Promise.resolve(void written.push(next)),
      },
    })
    expect(written).toEqual([])
  })

  it('ends where the archive cannot be opened', async () => {
    const ended = await json(['serve', '--archive', archive], serving([], 'failed'))
    expect(ended).toMatchObject({ status: 3, lines: [{ event: 'error', code: 'archive-missing' }] })
  })
})

describe('cuttings', () => {
  it('ends with 3 where there is no archive', async () => {
    for (const args of [['list'], ['import', folder], ['search', 'x'], ['verify'], ['rebuild'], ['doctor']])
      expect(await json(args)).toMatchObject({
        status: 3,
        lines: [{ event: 'error', code: 'archive-missing' }],
      })
  })

  it.each([
    [['nonsense']],
    [['list', '--kind', 'cheese']],
    [['show']],
    [['import']],
    [['search', 'x', '--limit', 'many']],
    [['export', 'out', '--date', 'yesterday']],
    [['list', '--no-such-option']],
  ])('ends with 2 for %j', async (args) => {
    await json(['init', archive])
    expect(await json(args)).toMatchObject({ status: 2, lines: [{ event: 'error', code: 'usage' }] })
  })

  it('ends with 4 where something went wrong inside, and tells it whole on standard error', async () => {
    const { status, lines, err } = await json(['list'], {
      openApp: () => Promise.reject(new Error('nobody foresaw this')),
    })
    expect(status).toBe(4)
    expect(lines).toMatchObject([{ event: 'error', code: 'internal' }])
    expect(err).toContain('nobody foresaw this')
  })

  it('helps, and says its version', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: '1.2.3\n', err: '' })
    const { status, out } = await run(['--help'])
    expect(status).toBe(0)
    expect(out).toContain('search')
  })

  it('says an error to people on standard error', async () => {
    const { status, out, err } = await run(['list'])
    expect({ status, out }).toEqual({ status: 3, out: '' })
    expect(err).toMatch(/^Error: There is no archive at /)
  })
})

describe('cuttings duplicates', () => {
  const words = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')
  const importAlike = async (): Promise<void> => {
    await json(['init', archive])
    const paths = [
      await put('a.txt', `The quay\n\n${words} first`),
      await put('b.txt', `The quay again\n\n${words} second`),
    ]
    await json(['import', ...paths])
  }

  it('lists groups, merges them by a rule, and undoes that', async () => {
    await importAlike()
    const { lines } = await json(['duplicates'])
    expect(lines).toMatchObject([{ kind: 'article', reason: 'text', total: 2 }])
    const merged = await json(['duplicates', '--merge', 'newest'])
    expect(merged.lines.at(-1)).toMatchObject({ event: 'merged', merges: 1, removed: 1 })
    expect((await json(['list', '--kind', 'article'])).lines).toHaveLength(1)
    expect((await json(['verify'])).status).toBe(0)
    const [step] = (await json(['duplicates', '--history'])).lines
    expect(step).toMatchObject({ rule: 'newest', merges: 1, removed: 1, undone: 0 })
    const undone = await json(['duplicates', '--undo', String(step?.['id'])])
    expect(undone.lines).toEqual([{ event: 'undone', merges: 1, restored: 1 }])
    expect((await json(['list', '--kind', 'article'])).lines).toHaveLength(2)
  })

  it('says to people what there is and how to go on', async () => {
    await importAlike()
    expect((await run(['duplicates'])).out).toContain('2 articles, nearly the same text:')
    expect((await run(['duplicates', '--merge', 'earliest'])).out).toMatch(/Merged 1 into 1\. To undo it: /)
    expect((await run(['duplicates', '--merge', 'earliest'])).out).toContain('nothing to merge')
  })

  it('refuses a rule that is none, and an id that leads nowhere', async () => {
    await json(['init', archive])
    expect((await json(['duplicates', '--merge', 'best'])).status).toBe(2)
    const nowhere = await json(['duplicates', '--undo', '0193a000-0000-7000-8000-000000000000'])
    expect(nowhere).toMatchObject({ status: 1, lines: [{ code: 'not-found' }] })
  })
})
