import type { Services } from '../services'
import type { ArchiveImplementer } from './createImplementer'

export const keyHandlers = (os: ArchiveImplementer, { keyring }: Services) => ({
  list: os.keys.list.handler(async () => {
    const { own, known } = await keyring.list()
    return { ...(own ? { own } : {}), known: [...known] }
  }),
  make: os.keys.make.handler(({ input }) => keyring.make(input.name)),
  add: os.keys.add.handler(({ input }) => keyring.add(input.name, input.publicKey)),
  remove: os.keys.remove.handler(async ({ input }) => {
    await keyring.remove(input.fingerprint)
    return {}
  }),
})
