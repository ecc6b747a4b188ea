import type { Unlock } from '../exporters/sealing/age/types'

type Asked = Partial<Record<keyof Unlock, string | undefined>>

/** What opens a pack, without the members that were not given; nothing at all where nothing was. */
export const givenUnlock = (asked: Asked | undefined): { readonly unlock?: Unlock } => {
  if (!asked) return {}
  const { passphrase, identity } = asked
  return {
    unlock: {
      ...(passphrase === undefined ? {} : { passphrase }),
      ...(identity === undefined ? {} : { identity }),
    },
  }
}
