import { describe, expect, it } from 'vitest'
import { createFakeArticle } from '../testing/fakeRecords'
import { harbour } from '../testing/fakeTexts'
import { createReadingModel, type PassageView } from './readingModel'

const view = createFakeArticle(1, harbour)
const version = view.article.versions[0]
if (!version) throw new TypeError('no version')
const model = createReadingModel(view, version)
const passage = (label: string): PassageView => {
  const found = model.blocks.find((block) => block.type === 'passage' && block.view.passage.label === label)
  if (found?.type !== 'passage') throw new TypeError(`no passage ${label}`)
  return found.view
}

describe('createReadingModel', () => {
  it('counts paragraphs by what they rest on, in order', () => {
    expect(model.paragraphs.map((one) => one.basis[0]).join('')).toBe('nnpiipip')
    expect([model.citations, model.sources]).toEqual([5, 3])
  })

  it('keeps summary points apart', () => {
    expect(model.summary.map((one) => one.passage.label)).toEqual(['s1', 's2'])
  })

  it('says a run once, at its first passage', () => {
    expect(passage('4').note).toEqual({ type: 'inferred', from: '4', to: '5', length: 2 })
    expect(passage('4').showsChips).toBe(true)
    expect([passage('5').note, passage('5').showsChips]).toEqual([undefined, false])
    expect(passage('5').closed).toEqual({ from: '4', by: '6' })
    expect(passage('1').note).toEqual({ type: 'none', from: '1', to: '2', length: 2 })
  })

  it('keeps a source that a line names twice as two citations', () => {
    expect(passage('6').citations.map((one) => [one.name, one.basis])).toEqual([
      ['Example Press', 'printed'],
      ['Example Press', 'printed'],
    ])
    expect(passage('6').note).toEqual({ type: 'twice', name: 'Example Press' })
  })

  it('stands a slot behind its passage, and keeps those without a place apart', () => {
    const at = model.blocks.findIndex((block) => block.type === 'slot')
    expect(model.blocks[at - 1]).toMatchObject({ type: 'passage', view: { passage: { label: '2' } } })
    expect(model.unplaced.map((slot) => slot.number)).toEqual([5, 6])
  })

  it('never cites by inference what the user confirmed as anything but confirmed', () => {
    const confirmed = {
      ...view.article.citations[1],
      id: 'confirmed',
      passage: '5',
      origin: 'confirmed',
    } as (typeof view.article.citations)[number]
    const article = { ...view.article, citations: [...view.article.citations, confirmed] }
    const again = createReadingModel({ ...view, article }, version)
    const block = again.blocks.find((one) => one.type === 'passage' && one.view.passage.label === '5')
    if (block?.type !== 'passage') throw new TypeError('no passage 5')
    expect(block.view.basis).toBe('inferred')
    expect(block.view.citations.map((one) => one.basis)).toContain('confirmed')
  })
})
