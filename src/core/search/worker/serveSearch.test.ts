import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { engineOf } from '../fixtures/engine'
import type { FromWorker, ToWorker } from './messages'
import { serveSearch } from './serveSearch'

const query = { text: 'harbour', offset: 0, limit: 1, placesPerHit: 1 }

/** A port behind which each question takes the step `during` while it is answered, and then tells whether it was called off. */
const open = async (during: (post: (message: ToWorker) => void, listen: () => void) => void) => {
  const { port1, port2 } = new MessageChannel()
  const engine = await engineOf()
  const post = (message: ToWorker): void => port2.postMessage(message)
  serveSearch(port1, (listen) =>
    Promise.resolve({
      ...engine,
      query: async (asked, signal) => {
        during(post, listen)
        return signal?.aborted ? Promise.reject(new Error('called off')) : engine.query(asked)
      },
    }),
  )
  const heard: FromWorker[] = []
  const closed = new Promise((resolve) => port2.once('close', resolve))
  port2.on('message', (message: FromWorker) => heard.push(message))
  onTestFinished(() => port2.close())
  return { post, heard, closed }
}

test('hears of what came while a question is being answered: it is called off, and nothing else is lost', async () => {
  let asked = 0
  const { post, heard, closed } = await open((send, listen) => {
    asked += 1
    if (asked > 1) return
    send({ type: 'cancel', id: 1 })
    send({ type: 'call', id: 2, call: { name: 'query', asks: query } })
    listen()
  })
  post({ type: 'call', id: 1, call: { name: 'query', asks: query } })
  await expect.poll(() => heard.length).toBe(2)
  expect(heard).toMatchObject([
    { type: 'failure', id: 1, failure: { message: expect.stringContaining('called off') } },
    { type: 'answer', id: 2 },
  ])
  post({ type: 'close' })
  await closed
})

test('negative control: without listening it is answered, called off as it was', async () => {
  const { post, heard } = await open((send) => send({ type: 'cancel', id: 1 }))
  post({ type: 'call', id: 1, call: { name: 'query', asks: query } })
  await expect.poll(() => heard.length).toBe(1)
  expect(heard).toMatchObject([{ type: 'answer', id: 1 }])
})
