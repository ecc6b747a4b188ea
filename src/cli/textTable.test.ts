import { expect, it } from 'vitest'
import { textTable } from './textTable'

it('aligns texts at their beginning and numbers at their end, each cell on one line', () => {
  const rows = [
    ['Łódź', '7'],
    ['two\nlines', '1200'],
  ]
  expect(textTable(['name', 'n'], rows, new Set([1]))).toBe(
    ['name                 n', 'Łódź                 7', 'two<U+000A>lines  1200'].join('\n'),
  )
})

it('has its heads alone where there are no rows', () => {
  expect(textTable(['name', 'n'], [], new Set())).toBe('name  n')
})
