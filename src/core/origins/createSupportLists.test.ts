import { setTimeout } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import type { Row } from '#shared/contract/library'
import { createSupportLists } from './createSupportLists'
import { recordsKnowledge } from './recordsKnowledge'
import { emptyRecordSet } from '../records/recordSets'

const total = 2000
const rowAt = (at: number): Row => ({ id: String(at), kind: 'photo', title: `Photo ${at}`, addedAt: '' })

/** An archive of photos without a credit, of which each page takes a while. */
const openPhotos = (longestUnasked: number) => {
  const list = vi.fn((_filter: object, _sort: object, offset: number, limit: number) => {
    const since = performance.now()
    while (performance.now() - since < 120) continue
    return {
      total,
      rows: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => rowAt(offset + at)),
    }
  })
  const lists = createSupportLists(
    { list, record: () => undefined, revision: () => 1, bearingOn: () => ({ claims: [], notes: [] }) },
    { knowledgeAt: () => recordsKnowledge(emptyRecordSet), longestUnasked },
  )
  return { list, lists }
}

it('rests when nobody asks any more, and goes on where it was when somebody does', async () => {
  const { list, lists } = openPhotos(1)
  const first = await lists('uncredited', 0, 10)
  expect(first.looked).toBeLessThan(total)
  await setTimeout(50)
  const pages = list.mock.calls.length
  await setTimeout(50)
  expect(list).toHaveBeenCalledTimes(pages)
  await vi.waitFor(
    async () => expect(await lists('uncredited', 0, 10)).toMatchObject({ looked: total, of: total, total }),
    { timeout: 20_000 },
  )
  const offsets = list.mock.calls.map(([, , offset]) => offset)
  expect(offsets, 'no page twice').toEqual([...new Set(offsets)])
})

it('goes to its end without a rest where somebody asks', async () => {
  const { lists } = openPhotos(60_000)
  await lists('uncredited', 0, 10)
  await vi.waitFor(async () => expect((await lists('uncredited', 0, 10)).looked).toBe(total), {
    timeout: 20_000,
  })
})
