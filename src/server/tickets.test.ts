import { describe, expect, it } from 'vitest'
import { createTickets } from './tickets'

const ticket = { path: '/a/b.zip', name: 'b.zip' }

describe('tickets', () => {
  it('are good once where that was asked for', () => {
    const tickets = createTickets({ uses: 'once', lifetime: 1000, now: () => 0 })
    const name = tickets.issue(ticket)
    expect(tickets.take(name)).toMatchObject(ticket)
    expect(tickets.take(name)).toBeUndefined()
  })

  it('end with their time', () => {
    let now = 0
    const tickets = createTickets({ uses: 'many', lifetime: 1000, now: () => now })
    const name = tickets.issue(ticket)
    now = 1000
    expect(tickets.take(name)).toMatchObject(ticket)
    now = 1001
    expect(tickets.take(name)).toBeUndefined()
  })

  it('are never two alike, and a made-up one is none', () => {
    const tickets = createTickets({ uses: 'many', lifetime: 1000, now: () => 0 })
    expect(tickets.issue(ticket)).not.toBe(tickets.issue(ticket))
    expect(tickets.take('')).toBeUndefined()
  })
})
