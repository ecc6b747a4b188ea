import { expect, it } from 'vitest'
import { evenColumns } from './evenColumns'

it('leaves no single thing in the last row', () => {
  expect(evenColumns(14, 14)).toBe(14)
  expect(evenColumns(14, 13)).toBe(7)
  expect(evenColumns(15, 14)).toBe(8)
  expect(evenColumns(3, 14)).toBe(3)
  expect(evenColumns(0, 14)).toBe(1)
})
