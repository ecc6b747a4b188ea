import { describe, expect, it } from 'vitest'
import type { CslItem } from '#shared/model/reference'
import { type CitedWork, fillTemplate, shippedTemplates, templateFields } from './fillTemplate'

const work = (csl: Partial<CslItem>, source?: string): CitedWork => ({
  csl: { id: 'a', type: 'report', ...csl } as CslItem,
  source,
})

const cnn = work({ title: 'Quay', issued: { 'date-parts': [[2019, 9, 3]] } }, 'CNN')
const reuters = work({ 'container-title': 'Reuters', issued: { 'date-parts': [[2019, 9]] } })

describe('templates', () => {
  it('write attributions as agencies do, with a date as far as it is stated', () => {
    expect(
      fillTemplate(shippedTemplates.attribution, [cnn, reuters, work({ publisher: 'Harbour Office' })]),
    ).toEqual([
      'according to CNN, Sept. 3, 2019',
      'according to Reuters, September 2019',
      'according to Harbour Office',
    ])
  })

  it('write one source line that names each source once, in order', () => {
    expect(fillTemplate(shippedTemplates['source-line'], [cnn, reuters, cnn])).toEqual([
      'Source: CNN, Reuters',
    ])
  })

  it('leave out what stands in brackets where a field of it is not stated, and keep a field that is not known', () => {
    const template = '[{author}, ]{source}[ ({year})][ at {url}] {nonsense}'
    expect(fillTemplate(template, [cnn])).toEqual(['CNN (2019) {nonsense}'])
    const by = work({
      author: [{ given: 'Anna', family: 'Sample' }, { literal: 'Desk' }],
      publisher: 'Gazette',
    })
    expect(fillTemplate(template, [by])).toEqual(['Anna Sample and Desk, Gazette {nonsense}'])
  })

  it('know no field but those that they tell', () => {
    expect(fillTemplate('{constructor} {toString}', [cnn])).toEqual(['{constructor} {toString}'])
    expect(templateFields).toContain('sources')
  })
})
