import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { serveLines } from '../process/serveLines'
import type { ArchiveClient } from '#shared/contract/archive'
import { describeConformance } from './fixtures/conformance'
import { createDirectClient } from './createDirectClient'

describeConformance('no wire', (router) =>
  Promise.resolve({ client: createDirectClient({ router }), close: () => Promise.resolve() }),
)

describeConformance('a message port', (router) => {
  const { port1, port2 } = new MessageChannel()
  serveLines(
    router,
    () => undefined,
  )({
    on: (event: string, listener: (event?: { readonly data: unknown }) => void) =>
      port1.on(event, (data: unknown) => listener({ data })),
    postMessage: (frame) => port1.postMessage(frame),
    close: () => port1.close(),
  })
  port1.start()
  const client: ArchiveClient = createORPCClient(new RPCLink({ port: port2 }))
  port2.start()
  return Promise.resolve({
    client,
    close: () => {
      port2.close()
      return Promise.resolve()
    },
  })
})
