import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { ArchiveClient } from '#shared/contract/archive'
import { describeConformance } from './fixtures/conformance'
import { createDirectClient } from './createDirectClient'

describeConformance('no wire', (router) =>
  Promise.resolve({ client: createDirectClient({ router }), close: () => Promise.resolve() }),
)

describeConformance('a message port', (router) => {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port1)
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
