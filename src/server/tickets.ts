import { randomBytes } from 'node:crypto'

export interface Ticket {
  readonly path: string
  readonly name: string
}

export interface Tickets {
  readonly issue: (ticket: Ticket) => string
  readonly take: (name: string) => Ticket | undefined
}

/** Names for addresses that a page can load without its token: known to nobody else, and good for a while only. */
export const createTickets = (options: {
  readonly uses: 'once' | 'many'
  /** Milliseconds. */
  readonly lifetime: number
  readonly now: () => number
}): Tickets => {
  const tickets = new Map<string, Ticket & { readonly until: number }>()
  const sweep = (): void => {
    for (const [name, { until }] of tickets) if (until < options.now()) tickets.delete(name)
  }
  return {
    issue: (ticket) => {
      sweep()
      const name = randomBytes(32).toString('base64url')
      tickets.set(name, { ...ticket, until: options.now() + options.lifetime })
      return name
    },
    take: (name) => {
      sweep()
      const ticket = tickets.get(name)
      if (options.uses === 'once') tickets.delete(name)
      return ticket
    },
  }
}
