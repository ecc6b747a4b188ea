import { describe, expect, it } from 'vitest'
import { nestInside } from './nestInside'

const rows = (names: readonly string[]) =>
  nestInside(names.map((name) => ({ name }))).map((family) =>
    family.map(({ depth, name, inside }) => [depth, name, inside]),
  )

describe('files inside files', () => {
  it('come under the file that they are in, whose line comes after theirs', () => {
    expect(rows(['a.txt', 'mail.eml > photo.jpg', 'mail.eml > notes.txt', 'mail.eml', 'z.txt'])).toEqual([
      [[0, 'a.txt', undefined]],
      [
        [0, 'mail.eml', undefined],
        [1, 'photo.jpg', 'mail.eml'],
        [1, 'notes.txt', 'mail.eml'],
      ],
      [[0, 'z.txt', undefined]],
    ])
  })

  it('are nested as deep as they are', () => {
    expect(rows(['all.zip > mail.eml > photo.jpg', 'all.zip > mail.eml', 'all.zip'])).toEqual([
      [
        [0, 'all.zip', undefined],
        [1, 'mail.eml', 'all.zip'],
        [2, 'photo.jpg', 'all.zip > mail.eml'],
      ],
    ])
  })

  it('keep their whole name where the container is not listed', () => {
    expect(rows(['mail.eml > photo.jpg'])).toEqual([[[0, 'mail.eml > photo.jpg', undefined]]])
  })

  it('go to the container that comes next, where two have one name', () => {
    expect(rows(['m.eml > 1', 'm.eml', 'm.eml > 2', 'm.eml']).map((family) => family.length)).toEqual([2, 2])
  })

  it('nests 10,000 of one container without trouble', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `box.mbox > ${at}.eml`)
    expect(rows([...names, 'box.mbox'])[0]).toHaveLength(10_001)
  })
})
