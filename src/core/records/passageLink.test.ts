import { describe, expect, it } from 'vitest'
import { readPassageLink } from './passageLink'

const archive = '0193a000-0000-7000-8000-000000000001'
const item = '0193a000-0000-7000-8000-000000000002'

describe('readPassageLink', () => {
  it('reads archive, item and passage', () => {
    expect(readPassageLink(` cuttings://${archive}/${item}/s1\n`)).toEqual({ archive, item, passage: 's1' })
    expect(readPassageLink(`cuttings://${archive}/${item}`)).toEqual({ archive, item })
  })

  it.each([
    'https://example.org/',
    `cuttings://${archive}`,
    `cuttings://${archive}/../${item}`,
    `cuttings://${archive}/${item}/x0`,
    `cuttings://not-an-id/${item}/1`,
  ])('refuses %s', (link) => {
    expect(readPassageLink(link)).toBeUndefined()
  })
})
