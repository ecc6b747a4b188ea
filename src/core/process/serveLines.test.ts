import { os } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { serveLines, type ServedPort } from './serveLines'

const asked = '{"i":"1","p":{"u":"/ping","b":{"json":{}}}}'

/** A line whose page is this test; what was said on it, in order. */
const openLine = () => {
  const said: unknown[] = []
  const logged: string[] = []
  const listeners: Record<string, (event?: { readonly data: unknown }) => void> = {}
  const port: ServedPort = {
    on: (event: string, listener: () => void) => void (listeners[event] = listener),
    postMessage: (frame) => void said.push(frame),
    close: () => void said.push('(ended)'),
  }
  serveLines({ ping: os.handler(() => 'pong') }, (message) => void logged.push(message))(port)
  return {
    said,
    logged,
    say: async (data: unknown) => {
      listeners['message']?.({ data })
      await new Promise((later) => setTimeout(later, 5))
    },
  }
}

describe('a line that is served', () => {
  it('answers what it is asked', async () => {
    const { said, say } = openLine()
    await say(asked)
    await say(new TextEncoder().encode(asked.replace('"1"', '"2"')))
    expect(said).toEqual(['{"i":"1","p":{"b":{"json":"pong"}}}', '{"i":"2","p":{"b":{"json":"pong"}}}'])
  })

  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a message without content', '{"i":"1"}'],
    ['an address that is none', '{"i":"1","p":{"u":"http://["}}'],
    ['bytes', new Uint8Array([255, 0, 1])],
    ['an object', { i: '1', p: { u: '/ping' } }],
    ['a number', 7],
    ['more than a page has to say', `"${'x'.repeat(16 * 1024 * 1024)}"`],
  ])('ends with what is no message, and takes nobody with it: %s', async (_what, frame) => {
    const { said, logged, say } = openLine()
    await say(frame)
    expect(said).toEqual(['(ended)'])
    expect(logged).toHaveLength(1)
  })
})
