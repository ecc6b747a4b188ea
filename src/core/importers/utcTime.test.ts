import { expect, it } from 'vitest'
import { timestamp } from '#shared/model/scalars'
import { utcTime } from './utcTime'

it('says a moment as the records have it, and nothing of what no record can hold', () => {
  expect(utcTime(new Date('Sat, 23 Mar 2019 10:00:00 +0100'))).toBe('2019-03-23T09:00:00.000Z')
  for (const text of [
    '',
    'never',
    'Sat, 23 Mar 20191',
    '9999-12-31T23:00:00-02:00',
    '-000001-01-01T00:00:00Z',
  ])
    expect(utcTime(new Date(text))).toBeUndefined()
  expect(timestamp.safeParse(utcTime(new Date(0))).success).toBe(true)
})
