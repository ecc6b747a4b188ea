import { expect, it } from 'vitest'
import { onceAndAgain } from './onceAndAgain'

it('works once more for all calls that come meanwhile', async () => {
  const ends: (() => void)[] = []
  const call = onceAndAgain(() => new Promise((resolve) => ends.push(resolve)))
  const all = Promise.all([call(), call(), call()])
  ends[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await all
  expect(ends).toHaveLength(2)
})

it('works again after work that failed', async () => {
  const works = [() => Promise.reject(new Error('as it was told')), () => Promise.resolve()]
  const call = onceAndAgain(() => works.shift()?.() ?? Promise.resolve())
  await expect(call()).rejects.toThrow('as it was told')
  await call()
  expect(works).toEqual([])
})
