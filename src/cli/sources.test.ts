import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { linesOf, runInProcess } from './fixtures/runInProcess'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  await run('init', join(folder, 'A'))
  const path = join(folder, 'a.txt')
  const text = [
    'A bridge is closed',
    'It is closed, and nobody says for how long it is going to be so.',
    'Source: CNN, Reuters',
    'A ferry goes instead, from the old quay to the new one, each hour.',
    'Source: C.N.N.',
  ]
  await writeFile(path, text.join('\n\n'))
  await run('import', path)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const { status, out } = await runInProcess(folder, [...args, '--json'])
  return { status, lines: linesOf(out) }
}
const told = async (...args: readonly string[]): Promise<string> => (await runInProcess(folder, args)).out

const idOf = async (name: string): Promise<string> => {
  const { lines } = await run('sources')
  return String(lines.find((line) => line['name'] === name)?.['id'])
}

it('lists sources with their counts, edits one, and shows it whole', async () => {
  expect((await run('sources')).lines).toMatchObject([
    { name: 'C.N.N.', citations: 1 },
    { name: 'CNN', citations: 1 },
    { name: 'Reuters', citations: 1 },
  ])
  const id = await idOf('Reuters')
  const { lines } = await run(
    ...['sources', 'edit', id, '--name', 'Thomson Reuters', '--alias', 'RTRS', '--kind', 'agency'],
    ...[
      '--warning',
      'Look twice',
      '--owner',
      'Woodbridge',
      '--house-note',
      'Call the desk.',
      '--confidential',
    ],
  )
  expect(lines).toMatchObject([{ event: 'edited', id }])
  const source = {
    name: 'Thomson Reuters',
    aliases: ['RTRS', 'Reuters'],
    sourceKind: 'agency',
    warnings: ['Look twice'],
    owner: 'Woodbridge',
    houseNote: 'Call the desk.',
    confidential: true,
  }
  expect((await run('sources', 'show', id)).lines).toMatchObject([{ ...source, citations: 1 }])
  const text = await told('sources', 'show', id)
  expect(text).toContain('to look at: Look twice')
  expect(text).toContain('must not be named outside')
  expect(text).toContain('printed as "Reuters": 1')
  await run('sources', 'edit', id, '--drop-warning', 'Look twice', '--owner', '', '--no-confidential')
  const { owner: _, confidential: __, ...left } = source
  const [shown] = (await run('sources', 'show', id)).lines
  expect(shown).toMatchObject({ ...left, warnings: [] })
  expect(Object.keys(shown ?? {})).not.toContain('owner')
  await run('sources', 'undo', String(lines[0]?.['step'])).then(({ status }) => expect(status).toBe(1))
})

it('proposes spellings, merges them, splits them again, and undoes all of it', async () => {
  expect((await run('sources', 'proposals')).lines).toMatchObject([
    { reason: 'same-words', members: [{ name: 'CNN' }, { name: 'C.N.N.' }] },
  ])
  expect(await told('sources', 'proposals')).toContain('2 sources, the same words:')
  const [cnn, other] = [await idOf('CNN'), await idOf('C.N.N.')]
  const merged = (await run('sources', 'merge', cnn, other)).lines
  expect(merged).toMatchObject([{ event: 'merged', merges: 1, removed: 1 }])
  expect((await run('sources', 'show', other)).lines).toMatchObject([{ id: cnn, citations: 2 }])
  const divided = (await run('sources', 'split', cnn, '--alias', 'c.n.n.')).lines
  expect(divided).toMatchObject([{ event: 'split', citations: 1, made: [expect.any(String)] }])
  expect(await told('sources', 'history')).toMatch(/1 split off {2}CNN\n.*1 merged into 1 {2}CNN\n/)
  expect((await run('sources', 'undo', String(merged[0]?.['step']))).lines).toMatchObject([
    { code: 'changed-since' },
  ])
  await run('sources', 'undo', String(divided[0]?.['step']))
  expect((await run('sources', 'undo', String(merged[0]?.['step']))).lines).toEqual([
    { event: 'undone', steps: 1, sources: 1 },
  ])
  const dismissed = (await run('sources', 'dismiss', cnn, other)).lines
  expect((await run('sources', 'proposals')).lines).toEqual([])
  const [dismissal] = dismissed[0]?.['dismissals'] as readonly string[]
  expect((await run('sources', 'dismissals')).lines).toMatchObject([
    { id: dismissal, sources: expect.arrayContaining([expect.objectContaining({ id: cnn })]) as unknown },
  ])
  expect((await run('sources', 'recall', dismissal ?? '')).lines).toMatchObject([{ event: 'recalled' }])
  expect((await run('sources', 'proposals')).lines).not.toEqual([])
})

it.each([
  ['sources', 'anything'],
  ['sources', 'show'],
  ['sources', 'edit', '01890000-0000-7000-8000-000000000000', '01890000-0000-7000-8000-000000000001'],
  ['sources', 'merge', '01890000-0000-7000-8000-000000000000'],
  ['sources', 'split', '01890000-0000-7000-8000-000000000000'],
  ['sources', 'dismiss', '01890000-0000-7000-8000-000000000000'],
])('says what is wrong with %j %j %j', async (...args) => {
  expect((await run(...args)).status).toBe(2)
})

it('says so where nothing is to be edited, or nobody is there', async () => {
  expect((await run('sources', 'edit', await idOf('CNN'))).status).toBe(2)
  const nobody = await run('sources', 'show', '01890000-0000-7000-8000-000000000000')
  expect(nobody).toMatchObject({ status: 1, lines: [{ code: 'not-found' }] })
})

it('says where a source is cited and why it counts once there, and leads to the claims that it is behind', async () => {
  const path = join(folder, 'b.txt')
  await writeFile(
    path,
    ['A quay is closed', 'It is closed for a year.', 'Source: Reuters, Reuters'].join('\n\n'),
  )
  const [article] = (await run('import', path)).lines.map((line) => String(line['id']))
  const id = await idOf('Reuters')
  const { lines } = await run('sources', 'passages', id)
  expect(lines.find((line) => line['headline'] === 'A quay is closed')).toMatchObject({
    passage: '1',
    why: [{ reason: 'named-again', name: 'Reuters', times: 2 }],
  })
  expect(lines.find((line) => line['headline'] === 'A bridge is closed')).toMatchObject({ why: [] })
  expect(await told('sources', 'passages', id)).toContain('Reuters is named 2 times')
  await run('claims', 'add', '--text', 'The quay is closed.', '--article', article ?? '', '--passage', '1')
  await run('claims', 'add', '--text', 'Nobody says so.')
  expect((await run('claims', 'list', '--source', id)).lines).toMatchObject([
    { text: 'The quay is closed.', sources: 1 },
  ])
  expect((await run('claims', 'list', '--source', await idOf('CNN'))).lines).toEqual([])
})
