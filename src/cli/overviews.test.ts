import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { coveredArticle, namedSource } from '#core/overviews/fixtures/coveredArticles'
import { emptyRecordSet } from '#core/records/recordSets'
import { systemClock } from '#core/records/clock'
import { createArchive } from '#core/store/createArchive'
import { linesOf, runInProcess } from './fixtures/runInProcess'

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

const run = (...args: readonly string[]) =>
  runInProcess(folder, [...args, '--archive', join(folder, 'A')], {
    ownArchive: () => Promise.reject(new Error('the archive is named')),
  })

describe('cuttings timeline', () => {
  it('counts as far as dates are known, in JSON and as a table', async () => {
    const { status, out } = await run('timeline', '--by', 'day', '--json')
    expect(status).toBe(0)
    expect(linesOf(out)).toEqual([
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
    expect((await run('timeline')).out).toBe(
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
      linesOf((await run('timeline', ...scope, '--json')).out).at(-1)?.citations
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
    const lines = linesOf((await run('network', '--json')).out)
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
    const { out } = await run('network', '--id', first.id)
    expect(out).toContain('2 sources, 3 citations at 2 passages of 1 article;')
    expect(out).toContain('3  Source: Press, Press  Press')
    expect((await run('network', '--most', '1')).out).toContain(
      'Not listed: 1 source, 1 other that they are linked with. More with --most.',
    )
  })
})
