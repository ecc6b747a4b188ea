import { spellingKeys } from './spellingKeys'

export type KeysOf = (name: string) => readonly string[]

/**
 * Remembers the keys of names from one look at the archive to the next, and forgets those of names that are gone: an import
 * changes few of them.
 */
export const createKeyMemory = (): { readonly look: () => KeysOf } => {
  let known = new Map<string, readonly string[]>()
  return {
    look: () => {
      const before = known
      const seen = new Map<string, readonly string[]>()
      known = seen
      return (name) => {
        const held = seen.get(name) ?? before.get(name)
        if (held) {
          seen.set(name, held)
          return held
        }
        const { exact, loose } = spellingKeys(name)
        const keys = [...exact, ...loose]
        seen.set(name, keys)
        return keys
      }
    },
  }
}
