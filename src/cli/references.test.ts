import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownStyle } from '#core/exporters/csl/fixtures/ownStyle'
import { readItems } from '#core/references/writing/fixtures/readItems'
import { linesOf, runInProcess } from './fixtures/runInProcess'

const list = `@article{gazette2019, title = {Quay closed}, journaltitle = {Example Gazette}, entrysubtype = {newspaper},
  author = {Sample, Anna}, date = {2019-03-23}}
@online{tunnel, title = {Tunnel reopens}, url = {https://transport.example/t}, date = {2025-06-07}}
`

let folder = ''
let archive = ''
let ids: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  archive = join(folder, 'A')
  await run('init', archive)
  await writeFile(join(folder, 'list.bib'), list)
  const { lines } = await run('import', join(folder, 'list.bib'))
  ids = lines.flatMap(({ event, id }) => (event === 'imported' ? [String(id)] : []))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const { status, out } = await runInProcess(folder, [...args, '--json'])
  return { status, lines: linesOf(out) }
}

describe('cuttings references export', () => {
  it.each(['csl-json', 'bibtex', 'biblatex', 'ris'] as const)(
    'writes %s that is read back, under the keys of the archive, and never over something',
    async (format) => {
      const path = join(folder, 'out')
      const { status, lines } = await run('references', 'export', path, '--format', format)
      expect({ status, last: lines.at(-1) }).toMatchObject({
        status: 0,
        last: { event: 'exported', format, references: 2 },
      })
      const items = await readItems(format, await readFile(path, 'utf8'))
      expect(items.map(({ id, title }) => [id, title])).toEqual([
        ['gazette2019', 'Quay closed'],
        ['tunnel', 'Tunnel reopens'],
      ])
      expect((await run('references', 'export', path)).status).toBe(1)
    },
  )

  it('writes what is selected alone, and says plainly where that is nothing', async () => {
    const path = join(folder, 'one.json')
    await run('references', 'export', path, '--id', ids[1] ?? '')
    expect(await readItems('csl-json', await readFile(path, 'utf8'))).toHaveLength(1)
    const { lines } = await run('references', 'export', join(folder, 'none'), '--select', 'nowhere')
    expect(lines).toMatchObject([{ event: 'error', code: 'selection-empty' }])
  })

  it('tells what the format cannot hold, each reference by its key', async () => {
    await writeFile(
      join(folder, 'more.bib'),
      '@patent{p, title = {A pump}, submitted = {x}, date = {2001}, csl-submitted = {2000}}',
    )
    await run('import', join(folder, 'more.bib'))
    const { lines } = await run('references', 'export', join(folder, 'out.ris'), '--format', 'ris')
    expect(lines[0]).toMatchObject({
      event: 'not-held',
      key: 'p',
      message: expect.stringContaining('submitted'),
    })
  })
})

describe('cuttings references', () => {
  it('tells what is missing, and which styles there are', async () => {
    expect((await run('references', 'missing')).lines).toMatchObject([
      { key: 'tunnel', missing: ['author|publisher|container-title', 'accessed'] },
    ])
    const { lines } = await run('references', 'styles')
    expect(lines.map(({ id }) => id)).toEqual([
      'chicago-notes',
      'chicago-author-date',
      'apa',
      'mla',
      'harvard',
      'vancouver',
      'ieee',
    ])
    expect((await run('references', 'nonsense')).status).toBe(2)
  })

  it('adds a style of the user, by which it then cites', async () => {
    await writeFile(join(folder, 'own.csl'), ownStyle())
    const { lines } = await run('references', 'add-style', join(folder, 'own.csl'))
    expect(lines).toMatchObject([{ event: 'added', title: 'Harbour house style' }])
    const { lines: cited } = await run('cite', ids[0] ?? '', '--style', 'harbour-house')
    expect(cited).toMatchObject([{ text: 'Quay closed.', html: '<p><i>Quay closed</i>.</p>' }])
  })
})

describe('cuttings cite', () => {
  it.each([
    [[], 'Sample, Anna. “Quay Closed.” Example Gazette, March 23, 2019.'],
    [['--form', 'note', '--locator', '7'], 'Anna Sample, “Quay Closed,” Example Gazette, March 23, 2019, 7.'],
    [['--style', 'apa', '--form', 'text'], '(Sample, 2019)'],
    [['--style', 'harvard', '--locale', 'de'], 'Sample, A. (2019) „Quay closed“, Example Gazette, 23 März.'],
    [['--form', 'attribution'], 'according to Example Gazette, March 23, 2019'],
    [['--form', 'source-line'], 'Source: Example Gazette'],
    [['--form', 'attribution', '--template', '{author} in {container}'], 'Anna Sample in Example Gazette'],
  ])('with %j writes %s', async (options, text) => {
    expect((await run('cite', ids[0] ?? '', ...options)).lines).toMatchObject([{ event: 'cited', text }])
  })

  it('names the styles there are where one is not known, and a form that a style has not', async () => {
    expect((await run('cite', ids[0] ?? '', '--style', 'nature')).lines).toMatchObject([
      { code: 'style-unknown', message: expect.stringContaining('vancouver') },
    ])
    expect((await run('cite', ids[0] ?? '', '--style', 'apa', '--form', 'note')).lines).toMatchObject([
      { code: 'bad-input' },
    ])
  })
})
