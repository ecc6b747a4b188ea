import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuotations } from './findQuotations'

const say = (text: string): string[] => findQuotations(text).map((found) => found.text)

describe('the quotations of a passage', () => {
  it.each([
    ['He said “it is done” and left.', ['it is done']],
    ['He said "it is done" and "so it is".', ['it is done', 'so it is']],
    ['Er sagte: „Es ist getan“, und ging.', ['Es ist getan']],
    ['Er sagte: »Es ist getan«, und ging.', ['Es ist getan']],
    ['Il a dit : « C’est fini » et il est parti.', ['C’est fini']],
    ['Hän sanoi: ”Se on tehty” ja lähti.', ['Se on tehty']],
    ['Powiedział: „To koniec” i wyszedł.', ['To koniec']],
    ['Он сказал: «Это „конец“, и всё».', ['Это „конец“, и всё']],
    ['彼は「終わった」と言った。', ['終わった']],
    ['他说：“完成了。”', ['完成了。']],
    ['قال: «انتهى الأمر» ثم غادر.', ['انتهى الأمر']],
    ['הוא אמר: "זה נגמר" והלך.', ['זה נגמר']],
    ['She said ‘don’t go’ twice.', ['don’t go']],
    ["She said 'don't go' twice.", ["don't go"]],
    ['The dogs’ tails, the 1990s’ end, isn’t it?', []],
    ['He was 6\' 2" tall.', []],
    ['“It began “at night” and went on', ['It began “at night” and went on']],
    ['“” and no more', []],
  ])('are found: %s', (text, quotations) => {
    expect(say(text)).toEqual(quotations)
  })

  it('are parts of the text, in order and apart', () => {
    const unit = fc.constantFrom(...'ab “”„«»‘’\'"「」.'.split(''))
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        let reached = 0
        for (const { start, end, text: words } of findQuotations(text)) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThan(reached)
          reached = end
        }
      }),
    )
  })
})
