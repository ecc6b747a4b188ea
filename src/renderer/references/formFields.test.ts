import { describe, expect, it } from 'vitest'
import { dateToEntry, entryToDate, isDate } from './dateEntry'
import { newDraft, valueIn, withType, withVariable } from './draft'
import { formFields, missingIn } from './formFields'
import { entryToName, nameToEntry } from './nameEntry'

describe('the form of a reference', () => {
  it('shows what belongs to a type, the four dates apart, and whatever else is stated', () => {
    const draft = withVariable(withType(newDraft, 'webpage'), 'medium', 'paper')
    const names = formFields(draft).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['issued', 'custom.updated', 'accessed', 'custom.captured']))
    expect(names.at(-1)).toBe('medium')
    expect(missingIn(draft)).toEqual([
      'title',
      'issued',
      'author|publisher|container-title',
      'URL',
      'accessed',
    ])
  })

  it('takes a variable away that is emptied, also under custom', () => {
    const full = withVariable(withVariable(newDraft, 'title', 'Quay'), 'custom.updated', '2019-03')
    expect(valueIn(full, 'custom.updated')).toBe('2019-03')
    expect(withVariable(withVariable(full, 'custom.updated', ''), 'title', '')).toEqual(newDraft)
  })
})

describe('a name', () => {
  it.each([
    [
      { family: 'Sample', given: 'Anna' },
      { family: 'Sample', given: 'Anna', suffix: '' },
    ],
    [{ literal: 'Harbour Authority' }, { family: 'Harbour Authority', given: '', suffix: '' }],
    [
      { family: 'Berg', given: 'Pieter', 'non-dropping-particle': 'van der' },
      { family: 'van der Berg', given: 'Pieter', suffix: '' },
    ],
    [
      { family: 'Sample', given: 'Robert', suffix: 'Jr.' },
      { family: 'Sample', given: 'Robert', suffix: 'Jr.' },
    ],
    [
      { family: 'Sample', suffix: 'Jr.' },
      { family: 'Sample', given: '', suffix: 'Jr.' },
    ],
  ])('%j stands in three lines, and comes back', (name, entry) => {
    expect(nameToEntry(name)).toEqual(entry)
    expect(entryToName(entry)).toEqual(name)
  })

  it('is gone where nothing but a suffix is left', () => {
    expect(entryToName({ family: ' ', given: '', suffix: ' ' })).toBeUndefined()
    expect(entryToName({ family: '', given: '', suffix: 'Jr.' })).toBeUndefined()
  })
})

describe('a date', () => {
  it('is EDTF, with its words as printed beside it', () => {
    expect(entryToDate({ edtf: '2019-03/2019-05', words: 'Spring 2019' })).toEqual({
      'date-parts': [
        [2019, 3],
        [2019, 5],
      ],
      literal: 'Spring 2019',
    })
    expect(dateToEntry({ 'date-parts': [[2019, 3]], literal: 'March' })).toEqual({
      edtf: '2019-03',
      words: 'March',
    })
    expect(entryToDate({ edtf: 'soon', words: 'soon' })).toEqual({ literal: 'soon' })
    expect(entryToDate({ edtf: '', words: '' })).toBeUndefined()
    expect([isDate('2019-13'), isDate('2019~'), isDate('')]).toEqual([false, true, true])
  })
})
