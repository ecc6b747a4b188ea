import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createPagedRows } from './pagedRows'

interface Asked {
  readonly offset: number
  readonly signal: AbortSignal
  readonly answer: (rows?: readonly number[], total?: number) => void
  readonly fail: (cause: unknown) => void
}

const createList = (total = 1000) => {
  const asked: Asked[] = []
  const rows = createPagedRows<number>({
    pageSize: 10,
    maxPages: 3,
    fetchPage: (offset, limit, signal) =>
      new Promise((resolve, reject) => {
        asked.push({
          offset,
          signal,
          answer: (page = Array.from({ length: limit }, (_, at) => offset + at), all = total) =>
            resolve({ total: all, rows: page }),
          fail: reject,
        })
      }),
  })
  return { rows, asked }
}

describe('createPagedRows', () => {
  it('asks for the pages that are looked at, each once', async () => {
    const { rows, asked } = createList()
    rows.ensure(0, 14)
    rows.ensure(2, 15)
    expect(asked.map((one) => one.offset)).toEqual([0, 10])
    expect(rows.rowAt(12)).toBeUndefined()
    asked.forEach((one) => one.answer())
    await flushPromises()
    expect(rows.total.value).toBe(1000)
    expect(rows.rowAt(12)).toBe(12)
  })

  it('gives up pages that were scrolled past', () => {
    const { rows, asked } = createList()
    rows.ensure(0, 9)
    rows.ensure(500, 509)
    expect(asked.map((one) => [one.offset, one.signal.aborted])).toEqual([
      [0, true],
      [500, false],
    ])
  })

  it('holds no more pages than it may', async () => {
    const { rows, asked } = createList()
    for (const first of [0, 100, 200, 300]) {
      rows.ensure(first, first + 9)
      asked.at(-1)?.answer()
      await flushPromises()
    }
    expect(rows.rowAt(0)).toBeUndefined()
    expect(rows.rowAt(305)).toBe(305)
  })

  it('keeps showing what it has while a changed list is read again', async () => {
    const { rows, asked } = createList()
    rows.ensure(0, 9)
    asked[0]?.answer()
    await flushPromises()
    rows.refresh()
    expect(rows.rowAt(0)).toBe(0)
    asked[1]?.answer([77], 1)
    await flushPromises()
    expect(rows.rowAt(0)).toBe(77)
    expect(rows.total.value).toBe(1)
  })

  it('drops the late answer of another list', async () => {
    const { rows, asked } = createList()
    rows.ensure(0, 9)
    rows.reset()
    asked[0]?.answer([1])
    await flushPromises()
    expect(rows.total.value).toBeUndefined()
    expect(rows.rowAt(0)).toBeUndefined()
  })

  it('says why a page could not be read, and forgets it once it could', async () => {
    const { rows, asked } = createList()
    rows.ensure(0, 9)
    asked[0]?.fail({ code: 'archive-gone', data: {} })
    await flushPromises()
    expect(rows.error.value?.code).toBe('archive-gone')
    rows.refresh()
    asked[1]?.answer()
    await flushPromises()
    expect(rows.error.value).toBeUndefined()
  })
})
