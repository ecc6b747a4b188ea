import type { NetworkLedger } from '#shared/contract/host'

/** Most lines that are kept; one more counts, and is not written down. */
const mostLines = 200

/** What was let out and what was refused since the start of a host. It is told to pages, and written nowhere. */
export interface LedgerBook {
  /** `what` says what was wanted, and where it would have gone, without the rest of an address. */
  readonly refuse: (what: string, where: string) => void
  readonly allow: (what: string, where: string) => void
  readonly read: () => NetworkLedger
}

/** Scheme and host of an address, and nothing of what was asked of it. */
const placeOf = (address: string): string => {
  if (!URL.canParse(address)) return address.slice(0, 100)
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`.slice(0, 200)
}

export const createLedgerBook = (now: () => Date): LedgerBook => {
  const since = now().toISOString()
  const lines = new Map<string, NetworkLedger['lines'][number]>()
  const counts = { allowed: 0, refused: 0 }
  const note = (outcome: 'allowed' | 'refused', what: string, where: string): void => {
    counts[outcome] += 1
    const place = placeOf(where)
    const key = `${outcome} ${what} ${place}`
    const before = lines.get(key)
    if (!before && lines.size >= mostLines) return
    lines.set(key, {
      outcome,
      what,
      where: place,
      count: (before?.count ?? 0) + 1,
      last: now().toISOString(),
    })
  }
  return {
    refuse: (what, where) => note('refused', what, where),
    allow: (what, where) => note('allowed', what, where),
    read: () => ({ since, ...counts, lines: [...lines.values()] }),
  }
}
