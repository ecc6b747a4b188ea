import { createKeyring } from '#core/exporters/sealing/createKeyring'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assembleTestApp } from '#core/fixtures/openTestApp'
import { coveredArticle, namedSource } from '#core/overviews/fixtures/coveredArticles'
import { emptyRecordSet } from '#core/records/recordSets'
import { systemClock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'
import { openArchive } from '#core/store/openArchive'
import { runCli } from './runCli'

let folder = ''
const [press, office] = [namedSource('Press'), namedSource('Office')]
const first = coveredArticle({
  headline: 'First',
  published: '2019-03',
  collections: ['Harbour'],
  lines: [[press, press], [office]],
})
const second = coveredArticle({ headline: 'Second', lines: [[office]] })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-cli-'))
  const archive = await createArchive(join(folder, 'A'), { clock: systemClock })
  archive.catalogue.commit({
    records: { ...emptyRecordSet, articles: [first, second], sources: [press, office] },
    action: 'import',
    actor: 'tester',
  })
  await archive.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const run = async (...args: readonly string[]) => {
  const out: string[] = []
  const status = await runCli([...args, '--archive', join(folder, 'A')], {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: () => undefined },
    showProgress: false,
    version: '1.2.3',
    signal: new AbortController().signal,
    ownArchive: () => Promise.reject(new Error('the archive is named')),
    createArchive: (at) => createArchive(at, { clock: systemClock }),
    openApp: async (at, opening) =>
      assembleTestApp(await openArchive(at, { clock: systemClock, ...opening })),
    startServer: () => Promise.reject(new Error('no server was expected')),
    lastServed: { read: () => Promise.resolve({}), write: () => Promise.resolve() },
    openAddress: () => undefined,
    keyring: createKeyring(join(folder, 'keys')),
  })
  return { status, text: out.join('') }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('cuttings timeline', () => {
  it('counts as far as dates are known, in JSON and as a table', async () => {
    const { status, text } = await run('timeline', '--by', 'day', '--json')
    expect(status).toBe(0)
    expect(linesOf(text)).toEqual([
      { event: 'period', period: '2019-03', articles: 1, sources: 2, passages: 2, citations: 3 },
      { event: 'undated', articles: 1, sources: 1, passages: 1, citations: 1 },
      {
        event: 'timeline',
        by: 'day',
        articles: 2,
        sources: 2,
        passages: 3,
        citations: 4,
        uncited: 0,
        others: 0,
      },
    ])
    expect((await run('timeline')).text).toBe(
      [
        'published  articles  passages  citations  sources',
        '2019-03           1         2          3        2',
        'not dated         1         1          1        1',
        'all               2         3          4        2',
        '',
      ].join('\n'),
    )
  })

  it('is of a search, an item, a source or a collection', async () => {
    const citationsOf = async (...scope: readonly string[]) =>
      linesOf((await run('timeline', ...scope, '--json')).text).at(-1)?.citations
    expect(await citationsOf('--select', 'Second')).toBe(1)
    expect(await citationsOf('--id', first.id)).toBe(3)
    expect(await citationsOf('--id', first.id, '--id', second.id)).toBe(4)
    expect(await citationsOf('--source', press.id)).toBe(3)
    expect(await citationsOf('--collection', 'Harbour')).toBe(3)
    expect(await citationsOf('--tag', 'Harbour')).toBe(0)
  })

  it.each([
    ['--by', 'week'],
    ['--id', 'x'],
    ['--select', 'a', '--tag', 'b'],
  ])('says what is wrong with %j %j', async (...args) => {
    expect((await run('timeline', ...args)).status).toBe(2)
  })

  it('refuses an item that is not there', async () => {
    expect((await run('timeline', '--id', systemClock.createId())).status).toBe(1)
  })
})

describe('cuttings network', () => {
  it('tells sources, what they are linked with, and the links', async () => {
    const lines = linesOf((await run('network', '--json')).text)
    expect(lines.map(({ event, name, from, source }) => [event, name ?? from, source])).toEqual([
      ['source', 'Office', undefined],
      ['source', 'Press', undefined],
      ['end', 'First', undefined],
      ['end', 'Second', undefined],
      ['link', 'First', 'Press'],
      ['link', 'First', 'Office'],
      ['link', 'Second', 'Office'],
      ['network', undefined, undefined],
    ])
    expect(lines.at(-1)).toMatchObject({ view: 'articles', rest: { sources: 0, ends: 0, links: 0 } })
  })

  it('names the passages of one article, and says what is not listed', async () => {
    const { text } = await run('network', '--id', first.id)
    expect(text).toContain('2 sources, 3 citations at 2 passages of 1 articles')
    expect(text).toContain('3  Source: Press, Press  Press')
    expect((await run('network', '--most', '1')).text).toContain(
      'Not listed: 1 sources, 1 others that they are linked with. More with --most.',
    )
  })
})
