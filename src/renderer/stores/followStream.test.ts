import { describe, expect, it } from 'vitest'
import { createFakeStream } from '../testing/fakeStream'
import { followStream } from './followStream'

describe('followStream', () => {
  it('hands on each value and says that the stream ended by itself', async () => {
    const stream = createFakeStream<number>()
    const seen: number[] = []
    const end = followStream(
      async () => stream.open(),
      (value) => seen.push(value),
    )
    await Promise.resolve()
    stream.push(1)
    stream.push(2)
    stream.end()
    expect(await end).toBe(true)
    expect(seen).toEqual([1, 2])
  })

  it('ends quietly where the stream breaks or can not be had', async () => {
    const broken = async function* (): AsyncGenerator<number> {
      yield 1
      throw new Error('the line broke')
    }
    expect(
      await followStream(
        async () => broken(),
        () => undefined,
      ),
    ).toBe(false)
    expect(
      await followStream(
        () => Promise.reject(new Error('no line')),
        () => undefined,
      ),
    ).toBe(false)
  })
})
