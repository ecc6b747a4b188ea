import { MessageChannel } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { doTask } from './doTask'

it('posts why a task could not be done, with the code of the error, and ends', async () => {
  const { port1, port2 } = new MessageChannel()
  const heard: unknown[] = []
  const closed = new Promise((resolve) => port2.once('close', resolve))
  port2.on('message', (message) => heard.push(message))
  await doTask(port1, { type: 'build', ids: [] }, () => {
    throw new CuttingsError('disk-full', { what: 'the record' })
  })
  await closed
  expect(heard).toEqual([
    {
      code: 'disk-full',
      details: { what: 'the record' },
      message: expect.stringContaining('The disk is full'),
    },
  ])
})
