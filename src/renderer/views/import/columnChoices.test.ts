import { expect, it } from 'vitest'
import type { ParsedTable } from '#shared/model/parsed'
import { columnsOf, fieldsFor, fieldTwice, withColumn, withTarget } from './columnChoices'

const table: ParsedTable = {
  kind: 'table',
  columns: ['Caption', 'By', 'Caption'],
  rows: 4,
  sample: [
    ['A quay', 'Doe', 'x'],
    ['A quay', '', 'x'],
    ['A mole', 'Roe', 'x'],
  ],
  mapping: { target: 'photo', columns: { Caption: 'description', By: 'creator' } },
}

it('knows a column by some of its values, none of them twice or empty', () => {
  expect(columnsOf(table)).toEqual([
    { head: 'Caption', samples: ['A quay', 'A mole'] },
    { head: 'By', samples: ['Doe', 'Roe'] },
  ])
})

it('offers what the mapping names, though the page knows no word for it', () => {
  expect(fieldsFor({ target: 'source', columns: { x: 'homePlanet' } })).toEqual([
    'name',
    'aliases',
    'sourceKind',
    'url',
    'owner',
    'homePlanet',
  ])
})

it('leaves a column out, and keeps for another kind what that knows too', () => {
  expect(withColumn(table.mapping, 'By', '').columns).toEqual({ Caption: 'description' })
  const mapping = withColumn(table.mapping, 'By', 'title')
  expect(withTarget(mapping, 'reference')).toEqual({ target: 'reference', columns: { By: 'title' } })
})

it('tells a field that two columns would become', () => {
  expect(fieldTwice(table.mapping)).toBeUndefined()
  expect(fieldTwice(withColumn(table.mapping, 'By', 'description'))).toBe('description')
})
