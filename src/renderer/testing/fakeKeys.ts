import type { ArchiveClient } from '#shared/contract/archive'
import type { SigningKey } from '#shared/contract/keys'

export const fakeWords: string[] = Array.from({ length: 12 }, (_, at) => `word${at + 1}`)

/** Keys in memory: none at first. */
export const createFakeKeys = (): ArchiveClient['keys'] => {
  let own: SigningKey | undefined
  let known: SigningKey[] = []
  const describe = (name: string, publicKey: string): SigningKey => ({
    name,
    publicKey,
    fingerprint: `SHA256:${name}`,
  })
  return {
    list: async () => ({ ...(own ? { own } : {}), known }),
    make: async ({ name }) => (own = describe(name, 'ssh-ed25519 AAAAown')),
    add: async ({ name, publicKey }) => {
      const key = describe(name, publicKey)
      known = [...known, key]
      return key
    },
    remove: async ({ fingerprint }) => {
      known = known.filter((key) => key.fingerprint !== fingerprint)
      if (own?.fingerprint === fingerprint) own = undefined
      return {}
    },
  }
}
