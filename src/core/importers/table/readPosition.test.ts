import { describe, expect, it } from 'vitest'
import { readAngle, readPosition } from './readPosition'

describe('coordinates', () => {
  it('are read in degrees, in minutes and seconds, and with a point of the compass', () => {
    expect(readAngle('48.85')).toBe(48.85)
    expect(readAngle('48,85')).toBe(48.85)
    expect(readAngle('48 deg 51\' 36.00" S')).toBeCloseTo(-48.86, 10)
    expect(readAngle('48°51′36″N')).toBeCloseTo(48.86, 10)
    expect(readAngle('2.35', 'West')).toBe(-2.35)
    expect(readAngle('somewhere')).toBeUndefined()
  })

  it('stand in one cell where a sign parts them beyond doubt', () => {
    expect(readPosition('48.85, -2.35')).toEqual({ latitude: 48.85, longitude: -2.35 })
    expect(readPosition('48.85,2.35')).toEqual({ latitude: 48.85, longitude: 2.35 })
    expect(readPosition('48.85')).toBeUndefined()
    expect(readPosition('91.5, 2.35')).toBeUndefined()
    expect(readPosition('1, 2, 3')).toBeUndefined()
  })
})
