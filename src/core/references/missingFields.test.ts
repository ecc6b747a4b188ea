import { describe, expect, it } from 'vitest'
import { cslTypeNames } from '#shared/csl/cslTypes'
import { dateVariables, nameVariables, textVariables } from '#shared/csl/cslVariables'
import { fieldsOfType, typesInOrder } from '#shared/csl/typeFields'
import { missingFields } from './missingFields'

describe('what is missing', () => {
  it('is what an item of its type wants, each alternative named', () => {
    expect(missingFields({ id: 'a', type: 'webpage', title: 'Quay reopens' })).toEqual([
      'issued',
      'author|publisher|container-title',
      'URL',
      'accessed',
    ])
    expect(
      missingFields({
        id: 'a',
        type: 'article-newspaper',
        title: 'Quay reopens',
        'container-title': 'Example Gazette',
        issued: { 'date-parts': [[2019]] },
      }),
    ).toEqual([])
    expect(missingFields({ id: 'a', type: 'book', author: [], publisher: '' })).toEqual([
      'title',
      'issued',
      'author|editor',
      'publisher',
    ])
  })

  it('is known for every type, in variables that CSL has', () => {
    const known = (name: string): boolean =>
      [nameVariables, dateVariables, textVariables].some((set) => set.has(name))
    for (const type of cslTypeNames) {
      const { fields, wanted } = fieldsOfType(type)
      expect(type === 'document' || fields !== fieldsOfType('document').fields).toBe(true)
      expect([...fields, ...wanted.flatMap((one) => one.split('|'))].filter((one) => !known(one))).toEqual([])
      expect(wanted.flatMap((one) => one.split('|')).filter((one) => !fields.includes(one))).toEqual([])
    }
    expect([...typesInOrder].sort()).toEqual([...cslTypeNames].sort())
  })
})
