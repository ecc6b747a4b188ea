import { getHeapSpaceStatistics } from 'node:v8'
import { expect, test } from 'vitest'
import { withSmallYoungSpace } from './withSmallYoungSpace'

const youngBytes = (): number =>
  getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0

/** Makes objects of which many live for a while, so that the space for new ones wants to grow. */
const churn = (): Promise<void> => {
  const ring: object[] = Array.from({ length: 60_000 }, () => ({}))
  for (let turn = 0; turn < 3_000_000; turn += 1) ring[turn % ring.length] = { turn, text: `${turn}` }
  return Promise.resolve()
}

test('the space for new objects grows less while a pack is written, and may grow again afterwards', async () => {
  await withSmallYoungSpace(churn)
  const small = youngBytes()
  await churn()
  expect(small).toBeGreaterThan(0)
  expect(youngBytes()).toBeGreaterThan(2 * small)
})

test('says what went wrong with the work', async () => {
  await expect(withSmallYoungSpace(() => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
})
