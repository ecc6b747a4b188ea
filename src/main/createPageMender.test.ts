import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createPageMender, type PageMenderOptions } from './createPageMender'

const setUp = (answer = true) => {
  const events = new EventEmitter()
  const done: string[] = []
  let time = 0
  const contents = {
    on: (name: string, listen: (...given: unknown[]) => void) => events.on(name, listen),
    reload: () => void done.push('reload'),
  } as unknown as PageMenderOptions['contents']
  const mender = createPageMender({
    contents,
    ask: () => Promise.resolve((done.push('ask'), answer)),
    quit: () => void done.push('quit'),
    log: (message) => void done.push(message),
    now: () => time,
  })
  const crash = async (after: number, reason = 'crashed'): Promise<string[]> => {
    time += after
    events.emit('render-process-gone', {}, { reason, exitCode: 5 })
    await new Promise((settled) => setImmediate(settled))
    return done.splice(0)
  }
  return { mender, crash }
}

test('opens a page that crashed again, and tells that it did', async () => {
  const { mender, crash } = setUp()
  expect(mender.isRestored()).toBe(false)
  expect(await crash(0)).toEqual(['the page crashed', 'reload'])
  expect(mender.isRestored()).toBe(true)
  expect(await crash(60_000)).toEqual(['the page crashed', 'reload'])
})

test.each([
  [true, 'reload'],
  [false, 'quit'],
])('asks where it crashes again at once: %s', async (answer, what) => {
  const { crash } = setUp(answer)
  await crash(0)
  expect(await crash(59_999)).toEqual(['the page crashed', 'ask', what])
})

test('leaves a page alone that ended as it was told to', async () => {
  const { mender, crash } = setUp()
  expect(await crash(0, 'clean-exit')).toEqual([])
  expect(mender.isRestored()).toBe(false)
})
