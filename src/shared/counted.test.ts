import { expect, it } from 'vitest'
import { counted } from './counted'

it.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
])('says %i of what is counted', (count, said) => {
  expect(counted(count, 'file')).toBe(said)
})

it('takes another word where an s does not make it many', () => {
  expect([counted(1, 'copy', 'copies'), counted(2, 'copy', 'copies')]).toEqual(['1 copy', '2 copies'])
})
