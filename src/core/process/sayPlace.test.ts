import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeSaid, sayPlace } from './sayPlace'

const home = join('/home', 'anna')

describe('a place', () => {
  it.each([
    [home, '~'],
    [join(home, 'Cuttings'), join('~', 'Cuttings')],
    [join('/home', 'annabel', 'Cuttings'), join('/home', 'annabel', 'Cuttings')],
    [join('/media', '~', 'Cuttings'), join('/media', '~', 'Cuttings')],
  ])('%s is said as %s, and found again by that', (path, said) => {
    expect(sayPlace(path, home)).toBe(said)
    expect(placeSaid(said, home)).toBe(path)
  })
})
