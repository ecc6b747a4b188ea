import { expect, it } from 'vitest'
import { createRest } from './createRest'

it('lets work go on until it is told to rest, and again when the rest is over', async () => {
  const rest = createRest(new AbortController().signal)
  const done: string[] = []
  await rest.point()
  rest.begin()
  const waiting = rest.point().then(() => done.push('went on'))
  await new Promise((resolve) => setImmediate(resolve))
  done.push('rested')
  rest.end()
  await waiting
  expect(done).toEqual(['rested', 'went on'])
})

it('ends with a cancel, also while it rests', async () => {
  const stop = new AbortController()
  const rest = createRest(stop.signal)
  rest.begin()
  const waiting = rest.point()
  stop.abort()
  await expect(waiting).rejects.toThrow()
  await expect(rest.point()).rejects.toThrow()
})
