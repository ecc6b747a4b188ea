import { describe, expect, it } from 'vitest'
import { cslFields } from './cslFields'

describe('cslFields', () => {
  it('keeps a field that is not stated in its place', () => {
    const fields = cslFields({ id: 'x', type: 'book', title: 'T', volume: 3 }, (date) => date)
    expect(fields.find((one) => one.name === 'title')?.value).toBe('T')
    expect(fields.find((one) => one.name === 'author')).toEqual({ name: 'author' })
    expect(fields.at(-1)).toEqual({ name: 'volume', value: '3' })
  })

  it('says a date as far as it is known', () => {
    const issued = { 'date-parts': [[2019, 3]] }
    const fields = cslFields({ id: 'x', type: 'book', issued }, (date) => `<${date}>`)
    expect(fields.find((one) => one.name === 'issued')?.value).toBe('<2019-03>')
  })
})
