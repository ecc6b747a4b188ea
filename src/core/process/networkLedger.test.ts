import { describe, expect, it } from 'vitest'
import { createLedgerBook } from './networkLedger'

const at = new Date('2026-11-26T10:00:00.000Z')

describe('the ledger of the network', () => {
  it('begins with nothing, and counts what was refused and what was let out apart', () => {
    const book = createLedgerBook(() => at)
    expect(book.read()).toEqual({ since: at.toISOString(), allowed: 0, refused: 0, lines: [] })
    book.refuse('request', 'https://evil.example/a?secret=1')
    book.refuse('request', 'https://evil.example/b')
    book.allow('request', 'https://evil.example/c')
    expect(book.read()).toMatchObject({
      allowed: 1,
      refused: 2,
      lines: [
        { outcome: 'refused', what: 'request', where: 'https://evil.example', count: 2 },
        { outcome: 'allowed', where: 'https://evil.example', count: 1 },
      ],
    })
  })

  it('keeps nothing of an address but where it leads, and no list without end', () => {
    const book = createLedgerBook(() => at)
    book.refuse('request', 'https://user:word@evil.example/path?secret#part')
    expect(JSON.stringify(book.read())).not.toMatch(/secret|word|path|part/)
    for (let n = 0; n < 500; n += 1) book.refuse('request', `https://${n}.example/`)
    expect(book.read().lines).toHaveLength(200)
    expect(book.read().refused).toBe(501)
  })
})
