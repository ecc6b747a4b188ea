import { describe, expect, it } from 'vitest'
import type { Version } from '#shared/model/article'
import type { PassageTarget } from '#shared/model/selector'
import { createSelector } from './createSelector'
import { resolveSelector } from './resolveSelector'
import { versionOf } from './fixtures/versionOf'

const first = 'The harbour was measured twice on Monday, said the office.'
const second = 'Nobody had expected the tide to turn so early in the year.'
const own = versionOf(1, [first, second])

const targetOf = (words: string, version: Version = own, passage = '1'): PassageTarget => {
  const text = version.passages.find(({ label }) => label === passage)?.text ?? ''
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return createSelector(version, {
    from: { passage, offset: start },
    to: { passage, offset: start + Array.from(words).length },
  })
}

const resolve = (target: PassageTarget, texts: readonly string[]) =>
  resolveSelector(target, own, versionOf(2, texts))

describe('a target in its own version', () => {
  it('is where it was', () => {
    const target = targetOf('measured twice')
    expect(resolveSelector(target, own, own)).toEqual({ state: 'exact', place: 'unchanged', target })
  })

  it('is refused where the text is not the one that it was made on', () => {
    const target = targetOf('measured twice')
    const other = versionOf(1, [first.replace('Monday', 'Friday'), second])
    expect(resolveSelector(target, other, other)).toEqual({ state: 'other-text' })
    const { selector } = target
    const shifted = { ...target, selector: selector && { ...selector, start: 1, end: 15 } }
    expect(resolveSelector(shifted, own, own)).toEqual({ state: 'other-text' })
  })
})

describe('a target in another version', () => {
  it('is found where it was, and where it moved to with what stands around it', () => {
    expect(resolve(targetOf('measured twice'), [first, second])).toMatchObject({ place: 'unchanged' })
    const moved = resolve(targetOf('measured twice'), ['A new beginning.', first, second])
    expect(moved).toMatchObject({
      state: 'exact',
      place: 'moved',
      target: { passage: '2', selector: { exact: 'measured twice', start: 33 } },
    })
  })

  it('is not taken for the same words in another place', () => {
    const target = targetOf('twice')
    const result = resolve(target, [second, 'The bridge was painted twice in May by nobody.'])
    expect(result.state).toBe('orphan')
  })

  it('is an orphan with a proposal where a word of it changed', () => {
    const result = resolve(targetOf('measured twice'), ['New.', first.replace('twice', 'once'), second])
    expect(result).toMatchObject({
      state: 'orphan',
      proposal: {
        target: { passage: '2', selector: { exact: 'measured once' } },
        words: [
          { as: 'same', text: 'measured ' },
          { as: 'gone', text: 'twice' },
          { as: 'new', text: 'once' },
        ],
      },
    })
  })

  it('is proposed by what stands around it where its only word changed', () => {
    const result = resolve(targetOf('twice'), [first.replace('twice', 'thrice'), second])
    expect(result).toMatchObject({ proposal: { target: { selector: { exact: 'thrice' } } } })
  })

  it('is an orphan without a proposal where nothing is like it', () => {
    expect(resolve(targetOf('measured twice'), ['Another text.'])).toEqual({ state: 'orphan' })
  })

  it('is found as a whole passage too', () => {
    const target: PassageTarget = { articleId: own.articleId, versionId: own.id, passage: '2' }
    expect(resolve(target, [second, first])).toMatchObject({ state: 'orphan', proposal: { likeness: 1 } })
    expect(resolve(target, ['New.', first, second])).toMatchObject({
      place: 'moved',
      target: { passage: '3' },
    })
  })

  it('is found in texts without spaces and in those that run right to left', () => {
    const texts = ['港口在星期一测量了两次，没有人感到意外。', 'قالت الوزارة إن المدينة آمنة اليوم.']
    const before = versionOf(1, texts)
    const after = versionOf(2, [texts[0]?.replace('两', '三') ?? '', texts[1] ?? ''])
    const target = targetOf('测量了两次', before)
    expect(resolveSelector(target, before, after)).toMatchObject({
      state: 'orphan',
      proposal: { target: { selector: { exact: '测量了三次' } } },
    })
    const arabic = targetOf('المدينة آمنة', before, '2')
    expect(resolveSelector(arabic, before, after)).toMatchObject({ state: 'exact' })
  })

  it('is proposed from a long article in bounded steps', () => {
    const many = Array.from(
      { length: 20_000 },
      (_, at) => `Passage ${at} says its own thing ${at * 7} times over.`,
    )
    const before = versionOf(1, many)
    const after = versionOf(
      2,
      many.map((text) => text.replace('its own', 'its very own')),
    )
    const target = targetOf('says its own thing 7000', before, '1001')
    expect(resolveSelector(target, before, after)).toMatchObject({
      proposal: { target: { passage: '1001', selector: { exact: 'says its very own thing 7000' } } },
    })
  })
})
