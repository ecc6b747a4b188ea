import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf, runInProcess } from './fixtures/runInProcess'

const pack = resolve(import.meta.dirname, '../../archive/isis-caliphate-baghouz-2019')

let folder = ''
let article = ''

const call = (...args: readonly string[]) => runInProcess(folder, args)

const lines = async (...args: readonly string[]) => {
  const { status, out } = await call(...args, '--json')
  return { status, rows: linesOf(out) }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cuttings-support-'))
  await call('init', join(folder, 'A'))
  await call('import', pack)
  const { rows } = await lines('list', '--kind', 'article')
  article = String(rows[0]?.['id'])
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('cuttings support', () => {
  it('says of the bundled article on what each passage rests, CNN named twice being one source', async () => {
    const { status, rows } = await lines('support', article)
    expect(status).toBe(0)
    const of = (passage: string) => rows.find((row) => row['passage'] === passage)
    expect(of('9')).toMatchObject({
      basis: 'printed',
      independent: 1,
      groups: [{ members: [{ name: 'CNN' }], why: [{ reason: 'named-again', name: 'CNN', times: 2 }] }],
    })
    expect(of('20')).toMatchObject({ basis: 'printed', independent: 2 })
    expect(of('10')).toMatchObject({ basis: 'inferred', independent: 1 })
    expect(of('1')).toMatchObject({ basis: 'none', independent: 0, groups: [] })
    const paragraphs = rows.filter((row) => /^\d+$/.test(String(row['passage'])))
    const count = (independent: number) =>
      paragraphs.filter((row) => row['independent'] === independent).length
    expect([count(0), count(1), count(2)]).toEqual([7, 9, 4])
  })

  it('says the same on lines for people', async () => {
    const { out } = await call('support', article)
    expect(out).toContain('9  printed  1  CNN  (CNN is named 2 times)')
  })

  it('lists what lacks a source, and what rests on one', async () => {
    const unsourced = await lines('support', '--list', 'unsourced')
    expect(unsourced.rows.map((row) => row['passage'])).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    const single = await lines('support', '--list', 'single-source')
    expect(single.rows.find((row) => row['passage'] === '9')).toMatchObject({ sources: ['CNN'] })
    expect((await lines('support', '--list', 'uncredited')).rows).toEqual([])
  })

  it('refuses to guess what is meant', async () => {
    expect((await call('support')).status).toBe(2)
    expect((await call('support', article, '--list', 'unsourced')).status).toBe(2)
    expect((await call('support', '--list', 'everything')).status).toBe(2)
  })

  it('says that there is no such article', async () => {
    const { status } = await call('support', '01950000-0000-7000-8000-000000000000')
    expect(status).toBe(1)
  })
})
