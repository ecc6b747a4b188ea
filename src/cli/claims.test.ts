import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { bridgeText, harbourText } from '#core/fixtures/articleFiles'
import { linesOf, runInProcess } from './fixtures/runInProcess'

let folder = ''
let archive = ''
let harbour = ''
let bridge = ''

const run = (...args: readonly string[]) => runInProcess(folder, args)

const json = async (...args: readonly string[]) => {
  const { status, out } = await run(...args, '--json')
  return { status, lines: linesOf(out) }
}

const importText = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  const { lines } = await json('import', join(folder, name))
  return String(lines.find(({ event }) => event === 'imported')?.['id'])
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  archive = join(folder, 'A')
  await run('init', archive)
  harbour = await importText('a.txt', harbourText)
  bridge = await importText('b.txt', bridgeText)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('makes a claim, adds evidence, checks it, shows it, and prints the log', async () => {
  const on = ['--article', harbour, '--passage', '1']
  const made = await json(
    'claims',
    'add',
    ...on,
    '--words',
    'on Monday',
    '--text',
    'It was Monday.',
    '--type',
    'date',
  )
  expect(made).toMatchObject({ status: 0, lines: [{ kind: 'claim', claimType: 'date', status: 'open' }] })
  const id = String(made.lines[0]?.['id'])
  // Whom its own passage cites is behind it.
  expect((await json('claims', '--lack', 'unsourced')).lines).toEqual([])
  expect((await json('claims', '--lack', 'single-source')).lines).toEqual([])
  expect((await json('claims')).lines).toMatchObject([{ id, sources: 2 }])
  const evidence = ['--article', bridge, '--passage', '1', '--relation', 'supports', '--obtained', 'read']
  expect((await json('claims', 'evidence', id, ...evidence)).status).toBe(0)
  expect((await json('claims')).lines).toMatchObject([{ id, sources: 3 }])
  const check = ['--by', 'Ada', '--method', 'called', '--outcome', 'supported']
  expect((await json('claims', 'check', id, ...check)).lines).toMatchObject([{ status: 'supported' }])
  const { out } = await run('claims', 'show', id)
  for (const words of [
    'It was Monday.',
    '"on Monday"',
    'supports',
    'cites Bridge Authority',
    'obtained: read',
    'Ada',
  ])
    expect(out).toContain(words)
  expect((await json('claims', 'log')).lines).toMatchObject([
    { claimId: id, by: 'Ada', outcome: 'supported' },
  ])
  expect((await json('claims', 'edit', id, '--status', 'open')).lines).toMatchObject([{ status: 'open' }])
  expect((await json('claims', 'withdraw', id)).lines).toEqual([{ event: 'withdrawn', id }])
  expect((await json('claims')).lines).toEqual([])
  expect((await json('claims', 'restore', id)).lines).toMatchObject([{ id }])
})

it('edits evidence, takes it away, and points a claim at another passage', async () => {
  const made = await json(
    'claims',
    'add',
    '--article',
    harbour,
    '--passage',
    '1',
    '--text',
    'It was measured.',
  )
  const id = String(made.lines[0]?.['id'])
  const given = ['--article', bridge, '--passage', '1', '--relation', 'supports', '--obtained', 'read']
  const { lines } = await json('claims', 'evidence', id, ...given)
  const [evidence] = lines[0]?.['evidence'] as readonly { readonly id: string }[]
  const of = ['--evidence', evidence?.id ?? '']
  expect(
    (await json('claims', 'edit-evidence', id, ...of, '--relation', 'context', '--obtained', '')).lines,
  ).toMatchObject([{ evidence: [{ id: evidence?.id, relation: 'context' }] }])
  expect((await json('show', id)).lines[0]).not.toHaveProperty('evidence.0.obtained')
  expect((await json('claims', 'remove-evidence', id, ...of)).lines).toMatchObject([{ evidence: [] }])
  expect((await json('claims', 'remove-evidence', id)).status).toBe(2)
  const moved = await json('claims', 'edit', id, '--article', harbour, '--passage', '2')
  expect(moved.lines).toMatchObject([{ target: { articleId: harbour, passage: '2' } }])
})

it('lists quotations, finds where words stand, and says how they stand to a passage', async () => {
  const quoting = await importText(
    'c.txt',
    'The crane fell\n\n“Nobody saw the crane”, said the harbour master.\n',
  )
  expect((await json('quotes', 'list', quoting)).lines).toMatchObject([
    { text: 'Nobody saw the crane', target: { articleId: quoting, passage: '1' } },
  ])
  const words = 'Nobody saw the crane'
  expect((await json('quotes', 'find', words)).lines).toMatchObject([
    { articleId: quoting, passage: '1', comparison: { outcome: 'identical' } },
  ])
  const on = ['--article', quoting, '--passage', '1']
  expect((await json('quotes', 'compare', words, ...on)).lines).toMatchObject([{ outcome: 'identical' }])
  const { out } = await run('quotes', 'compare', 'Nobody saw the old crane', ...on)
  expect(out).toMatch(/Words differ: .*\[\+old ?\+\]/)
  expect((await json('quotes', 'compare', words)).status).toBe(2)
})

it('proposes the sentences of an article', async () => {
  const { lines } = await json('claims', 'propose', harbour)
  expect(lines).toMatchObject([{ signs: expect.arrayContaining(['date']) as unknown }, {}])
})

it('keeps notes, and lists those that are open', async () => {
  const { lines } = await json(
    'notes',
    'add',
    '--article',
    bridge,
    '--passage',
    '1',
    '--text',
    'Who?',
    '--open',
  )
  const id = String(lines[0]?.['id'])
  await json('notes', 'add', '--item', harbour, '--text', 'Seen.')
  expect((await json('notes')).lines).toHaveLength(2)
  expect((await json('notes', '--open')).lines).toMatchObject([
    { id, item: { title: 'The bridge was inspected' } },
  ])
  await json('notes', 'close', id)
  expect((await json('notes', '--open')).lines).toEqual([])
  expect((await run('notes', '--article', bridge)).out).toContain('The bridge was inspected [1]  Who?')
  await json('notes', 'withdraw', id)
  expect((await json('notes', 'restore', id)).lines).toMatchObject([{ id, open: false }])
})

it.each([
  ['claims', 'show'],
  ['claims', 'dance'],
  ['claims', 'add'],
  ['claims', 'list', 'x'],
  ['claims', 'add', '--text', 'x', '--passage', '1'],
  ['claims', 'add', '--text', 'x', '--type', 'rumour'],
  ['notes', 'add', '--text', 'x'],
])('says what is wrong with %s %s', async (...args) => {
  expect((await json(...args)).status).toBe(2)
})

it('says that there is no such claim or passage', async () => {
  const nobody = '0193a000-0000-7000-8000-000000000000'
  expect((await json('claims', 'show', nobody)).status).toBe(1)
  expect((await json('claims', 'add', '--text', 'x', '--article', harbour, '--passage', '99')).status).toBe(1)
})
