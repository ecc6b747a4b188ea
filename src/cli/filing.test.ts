import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bridgeText, harbourText } from '#core/fixtures/articleFiles'
import { readPack } from '#core/exporters/pack/readPack'
import { linesOf, runInProcess } from './fixtures/runInProcess'

let folder = ''
let ids: string[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  await run('init', join(folder, 'A'))
  const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')]
  await writeFile(a, harbourText)
  await writeFile(b, bridgeText)
  const { lines } = await run('import', a, b)
  ids = lines.flatMap(({ event, id }) => (event === 'imported' ? [String(id)] : []))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const { status, out } = await runInProcess(folder, [...args, '--json'])
  return { status, lines: linesOf(out) }
}
const tagsOf = async (id: string | undefined): Promise<unknown> =>
  (await run('show', id ?? '')).lines[0]?.['tags']

it('lists, adds, renames and removes tags of many articles, by ids and by a search', async () => {
  expect((await run('tags')).lines).toEqual([])
  const added = await run('tags', 'add', 'Harbour', 'To check', '--id', ids[0] ?? '', '--id', ids[1] ?? '')
  expect(added).toMatchObject({ status: 0, lines: [{ event: 'filed', kind: 'tags', changed: 2, others: 0 }] })
  await run('tags', 'add', 'harbour', 'bridges', '--select', 'inspected')
  expect((await run('tags')).lines).toEqual([
    { name: 'Harbour', articles: 2 },
    { name: 'To check', articles: 2 },
    { name: 'bridges', articles: 1 },
  ])
  await run('tags', 'rename', 'to check', '--to', 'Checked')
  await run('tags', 'remove', 'HARBOUR', '--id', ids[0] ?? '')
  await run('tags', 'remove', 'bridges', '--all')
  expect(await tagsOf(ids[0])).toEqual(['Checked'])
  expect((await runInProcess(folder, ['tags'])).out).toBe('2  Checked\n1  Harbour\n')
})

it('undoes a deed by the line that it printed', async () => {
  const { lines } = await run('tags', 'add', 'Harbour', '--id', ids[0] ?? '')
  const path = join(folder, 'deed.json')
  await writeFile(path, JSON.stringify(lines[0]))
  expect(await run('tags', 'undo', path)).toMatchObject({ status: 0, lines: [{ changed: 1 }] })
  expect(await tagsOf(ids[0])).toEqual([])
  expect(await run('tags', 'undo', path)).toMatchObject({ status: 1, lines: [{ code: 'filed-since' }] })
  await writeFile(path, '{}')
  expect((await run('tags', 'undo', path)).status).toBe(2)
})

it('packs what is filed', async () => {
  await run('collections', 'add', 'The harbour series', '--id', ids[0] ?? '')
  const pack = join(folder, 'pack')
  expect((await run('export', pack, '--collection', 'the HARBOUR series')).lines).toMatchObject([
    { items: 1 },
  ])
  const opened = await readPack(pack)
  await opened.close()
  expect(opened.records.articles).toMatchObject([{ id: ids[0], collections: ['The harbour series'] }])
  expect(await run('export', join(folder, 'none'), '--tag', 'nothing')).toMatchObject({
    status: 1,
    lines: [{ code: 'no-such-name' }],
  })
})

it.each([
  ['add'],
  ['add', 'x'],
  ['remove', 'x'],
  ['rename', 'x'],
  ['rename', '--to', 'x'],
  ['undo'],
  ['forget', 'x'],
])('says what is wrong with tags %s %s %s', async (...args) => {
  expect((await run('tags', ...args)).status).toBe(2)
})
