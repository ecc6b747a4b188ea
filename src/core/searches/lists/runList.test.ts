import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListedQuery } from '#shared/contract/queryLists'
import { parseQuery } from '../../search/query/parseQuery'
import type { AskSearch } from '../types'
import { askedOf } from './askedOf'
import { orderRows } from './listTable'
import { runList } from './runList'

const answer = { notes: [], total: 1, hits: [], kinds: { article: 1, photo: 0, reference: 0 } }

const run = async (cells: readonly string[], ask: AskSearch, signal = new AbortController().signal) => {
  const rows: ListedQuery[] = []
  const progress: number[] = []
  await runList(cells, {
    ask,
    readAs: 'phrase',
    signal,
    onRow: (row) => rows.push(row),
    onProgress: (done) => progress.push(done),
  })
  return { rows, progress }
}

describe('askedOf', () => {
  it.each([
    ['Smith, John AND Co.', '"Smith, John AND Co."'],
    ['kind:photo -x (', '"kind:photo -x ("'],
    ['the „so called“ "bank"', '"the so called bank"'],
    ['a\u0000b\nc', '"a b c"'],
    ['""', ''],
    ['  ', ''],
  ])('asks for %j literally', (cell, asked) => {
    expect(askedOf(cell, 'phrase')).toBe(asked)
  })

  it('is one phrase whatever is in the cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        const asked = askedOf(cell, 'phrase')
        fc.pre(asked !== '')
        const { readAs, root, notes } = parseQuery(asked)
        expect([readAs, root.type, notes]).toEqual(['query', 'phrase', []])
      }),
    )
  })

  it('leaves a query its syntax', () => {
    expect(askedOf(' port AND "new quay" ', 'query')).toBe('port AND "new quay"')
  })
})

describe('runList', () => {
  it('searches for each cell once, leaves empty ones out, and counts rows without them', async () => {
    const asked: string[] = []
    const { rows, progress } = await run(['Ada', '', 'Bob', 'Ada'], async ({ text }) => {
      asked.push(text)
      return answer
    })
    expect(asked).toEqual(['"Ada"', '"Bob"'])
    expect(rows.map(({ row, query }) => [row, query])).toEqual([
      [1, 'Ada'],
      [2, 'Bob'],
      [3, 'Ada'],
    ])
    expect(progress).toEqual([1, 2, 3, 4])
  })

  it('does not search for what is too long, and says so in its row', async () => {
    const { rows } = await run(['x'.repeat(2000), 'ok'], async () => answer)
    expect(rows[0]).toEqual({ row: 1, query: `${'x'.repeat(200)} …`, asked: '' })
    expect(rows[1]).toMatchObject({ total: 1 })
  })

  it('goes through ten thousand long queries, and stops when told to', async () => {
    const cells = Array.from({ length: 10_000 }, (_, at) => `${at} ${'wort '.repeat(390)}`.slice(0, 1990))
    expect((await run(cells, async () => answer)).rows).toHaveLength(10_000)
    const controller = new AbortController()
    let done = 0
    const work = run(
      cells,
      async () => {
        done += 1
        if (done === 100) controller.abort()
        return answer
      },
      controller.signal,
    )
    await expect(work).rejects.toThrow()
    expect(done).toBe(100)
  })
})

describe('orderRows', () => {
  const rows: ListedQuery[] = [
    { row: 1, query: 'b', asked: '"b"', total: 2 },
    { row: 2, query: 'Ä', asked: '"Ä"', total: 10 },
    { row: 3, query: 'c', asked: '' },
    { row: 4, query: 'B', asked: '"B"', total: 2 },
  ]
  const order = (by: 'row' | 'query' | 'total', direction: 'ascending' | 'descending'): number[] =>
    orderRows(rows, { by, direction }).map(({ row }) => row)

  it('sorts by words and by figures, equals as they stand in the list', () => {
    expect(order('query', 'ascending')).toEqual([2, 1, 4, 3])
    expect(order('total', 'descending')).toEqual([2, 1, 4, 3])
    expect(order('total', 'ascending')).toEqual([3, 1, 4, 2])
    expect(order('row', 'descending')).toEqual([4, 3, 2, 1])
  })
})
