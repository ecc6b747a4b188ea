import { afterEach, describe, expect, it, vi } from 'vitest'
import { htmlText } from './html'
import { dateInWords, readableTime } from './readableTime'

afterEach(() => vi.unstubAllEnvs())

describe('a time to read', () => {
  it.each([
    ['2026-11-22T10:00:00.000Z', '22 November 2026, 10:00 UTC'],
    ['2026-01-02T23:59:59+01:00', '2 January 2026, 23:59 (UTC+01:00)'],
    ['2026-01-02T23:59', '2 January 2026, 23:59'],
    ['2019-03-24', '24 March 2019'],
    ['2019-03', 'March 2019'],
    ['2019', '2019'],
  ])('is said of %s as %s', (iso, words) => {
    expect(dateInWords(iso)).toBe(words)
    expect(htmlText(readableTime(iso))).toBe(`<time datetime="${iso}">${words}</time>`)
  })

  it('is the same in every zone and language of a machine', () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    vi.stubEnv('LANG', 'de_DE.UTF-8')
    expect(new Date('2026-11-22T10:00:00.000Z').getDate(), 'the zone has changed').toBe(23)
    expect(dateInWords('2026-11-22T10:00:00.000Z')).toBe('22 November 2026, 10:00 UTC')
  })

  it.each(['2019-03~', '24 mars 2019', '2019-13', '/..', '<b>'])('leaves %s as it is stated', (foreign) => {
    expect(dateInWords(foreign)).toBeUndefined()
    expect(htmlText(readableTime(foreign))).toBe(
      `<bdi>${foreign.replace('<', '&lt;').replace('>', '&gt;')}</bdi>`,
    )
  })
})
