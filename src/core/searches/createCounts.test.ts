import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SavedSearch } from '#shared/model/savedSearch'
import { createCounts, type Counts, type CountsDeps } from './createCounts'
import type { Answered } from './types'

const search = (name: string): SavedSearch => ({
  id: `0193a000-0000-7000-8000-${name.padStart(12, '0')}`,
  name,
  text: name,
  filters: [],
  sort: 'relevance',
  createdAt: '2026-11-22T10:00:00.000Z',
  updatedAt: '2026-11-22T10:00:00.000Z',
})

const answer = (total: number): Answered => ({
  notes: [],
  total,
  hits: [],
  kinds: { article: total, photo: 0, reference: 0 },
})

let counts: Counts | undefined
afterEach(() => counts?.close())

const create = (deps: Partial<CountsDeps>) => {
  const changed = vi.fn()
  const log = vi.fn()
  counts = createCounts({
    ask: async () => answer(1),
    catchUp: () => Promise.resolve(),
    state: () => '1',
    changed,
    log,
    rest: 0,
    ...deps,
  })
  return { counts, changed, log }
}

describe('createCounts', () => {
  it('never makes anybody wait, and asks for one search at a time', async () => {
    const waiting: ((answered: Answered) => void)[] = []
    const { counts: own, changed } = create({
      ask: () => new Promise((resolve) => waiting.push(resolve)),
    })
    const [a, b] = [search('a'), search('b')]
    own.renew([a, b])
    own.renew([a, b])
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    expect(own.of(a)).toBeUndefined()
    waiting[0]?.(answer(7))
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
    expect([own.of(a), own.of(b)]).toEqual([7, undefined])
    waiting[1]?.(answer(0))
    await vi.waitFor(() => expect(own.of(b)).toBe(0))
    expect(changed).toHaveBeenCalledTimes(2)
  })

  it('tells the last count until there is another, and of a count only where it changed', async () => {
    let [state, total] = ['1', 3]
    const ask = vi.fn(async () => answer(total))
    const { counts: own, changed } = create({ ask, state: () => state })
    const one = search('a')
    own.renew([one])
    await vi.waitFor(() => expect(own.of(one)).toBe(3))
    own.renew([one])
    ;[state, total] = ['2', 3]
    own.renew([one])
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2))
    expect(changed).toHaveBeenCalledTimes(1)
    ;[state, total] = ['3', 4]
    expect(own.of(one)).toBe(3)
    // What changes while a round rests is counted in the next one.
    await vi.waitFor(() => {
      own.renew([one])
      expect(own.of(one)).toBe(4)
    })
    expect(changed).toHaveBeenCalledTimes(2)
    expect(own.of({ ...one, text: 'another' })).toBeUndefined()
  })

  it('says in the log that a search failed, and counts again when asked to', async () => {
    let fails = true
    const { counts: own, log } = create({
      ask: async () => {
        if (fails) throw new Error('no index')
        return answer(2)
      },
    })
    const one = search('a')
    own.renew([one])
    await vi.waitFor(() => expect(log).toHaveBeenCalledWith(expect.stringContaining('no index')))
    fails = false
    await vi.waitFor(() => {
      own.renew([one])
      expect(own.of(one)).toBe(2)
    })
  })

  it('counts the others where one search fails', async () => {
    const { counts: own } = create({
      ask: async ({ text }) => {
        if (text === 'a') throw new Error('no index')
        return answer(2)
      },
    })
    own.renew([search('a'), search('b')])
    await vi.waitFor(() => expect(own.of(search('b'))).toBe(2))
    expect(own.of(search('a'))).toBeUndefined()
  })

  it('gives up what it has in hand when it is closed', async () => {
    let given: AbortSignal | undefined
    const { counts: own, log } = create({
      ask: (_, signal) =>
        new Promise((_resolve, reject) => {
          given = signal
          signal?.addEventListener('abort', () => reject(new Error('stopped')))
        }),
    })
    own.renew([search('a')])
    await vi.waitFor(() => expect(given).toBeDefined())
    await own.close()
    expect(given?.aborted).toBe(true)
    expect(log).not.toHaveBeenCalled()
  })
})
