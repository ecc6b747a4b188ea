import { describe, expect, it } from 'vitest'
import { paceOf, withSample, type PaceSample } from './jobPace'

const sample = (at: number, done: number, total = 100, bytes = 0, totalBytes = 0): PaceSample => ({
  at,
  done,
  total,
  bytes,
  totalBytes,
})

describe('the pace of a job', () => {
  it('is not told from one look', () => {
    expect(paceOf([])).toBeUndefined()
    expect(paceOf([sample(0, 0), sample(500, 50)])).toBeUndefined()
  })

  it('is told before the time left can be', () => {
    expect(paceOf([sample(0, 0), sample(2000, 8)])).toEqual({ filesPerSecond: 4 })
  })

  it('tells the time left by files where bytes are not known beforehand', () => {
    expect(paceOf([sample(0, 0, 100, 0, 0), sample(5000, 20, 100, 900, 900)])).toEqual({
      filesPerSecond: 4,
      secondsLeft: 20,
    })
  })

  it('tells the time left by bytes where all are known', () => {
    const pace = paceOf([sample(0, 0, 100, 0, 1000), sample(5000, 50, 100, 100, 1000)])
    expect(pace?.secondsLeft).toBe(45)
  })

  it('says nothing of the end while the total grows', () => {
    expect(paceOf([sample(0, 0, 100), sample(5000, 20, 150)])).toEqual({ filesPerSecond: 4 })
  })

  it('begins anew with other work, which is less far', () => {
    expect(withSample([sample(0, 1500)], sample(1000, 3))).toEqual([sample(1000, 3)])
  })

  it('forgets what is older than its window', () => {
    const samples = withSample([sample(0, 0), sample(6000, 10)], sample(12_000, 20))
    expect(samples.map(({ at }) => at)).toEqual([6000, 12_000])
  })
})
