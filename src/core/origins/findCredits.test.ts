import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { originKey } from './agencies'
import { creditsOf, findCredits } from './findCredits'

describe('a credit in a text', () => {
  it.each([
    ['PARIS (Reuters) - The bridge was closed on Monday.', 'Reuters', 'credit'],
    ['The bridge was closed. (AP)', 'Associated Press', 'credit'],
    ['The Associated Press contributed to this report.', 'AP', 'credit'],
    ['With reporting by Agence France-Presse.', 'AFP', 'credit'],
    ['This story was first published by The Harbour Courier.', 'Harbour Courier', 'credit'],
    ['Photo: J. Doe via Reuters', 'Reuters', 'relay'],
    ['CNN said on Monday, citing Reuters, that it was closed.', 'Reuters', 'relay'],
    ['Mit Material von dpa und AFP', 'dpa', 'credit'],
    ['Die Behörde sagte das unter Berufung auf die Interfax.', 'Interfax', 'relay'],
    ['Avec AFP', 'AFP', 'credit'],
    ['Con información de EFE', 'EFE', 'credit'],
    ['Com informações da Lusa', 'Lusa', 'credit'],
    ['Con il contributo di ANSA', 'ANSA', 'credit'],
    ['Met materiaal van ANP', 'ANP', 'credit'],
    ['По материалам ТАСС', 'TASS', 'credit'],
    ['Об этом сообщил канал со ссылкой на Рейтер.', 'Reuters', 'relay'],
    ['/ritzau/', 'Ritzau', 'credit'],
    ['بيروت (رويترز) - أغلق الجسر', 'Reuters', 'credit'],
    ['وقال نقلا عن وكالة رويترز', 'Reuters', 'relay'],
    ['（新华社）大桥关闭', 'Xinhua', 'credit'],
    ['東京（ロイター）橋が閉鎖された', 'Reuters', 'credit'],
    ['【共同】橋が閉鎖された', 'Kyodo', 'credit'],
  ])('is read: %s', (text, name, kind) => {
    expect(findCredits(text)[0]).toMatchObject({ key: originKey(name), kind })
  })

  it.each([
    'The AP exam was hard (very hard).',
    'Reuters said that the bridge was closed.',
    'The road runs via the harbour.',
    'She spoke to dpa on Monday.',
  ])('is not read into what only names an agency: %s', (text) => {
    expect(findCredits(text)).toEqual([])
  })

  it('is found at the ends of a text, in its byline and in its stated sources, each name once', () => {
    const credits = creditsOf(['By A. Example (Reuters)', 'text '.repeat(5000), '(AP)'], ['Reuters', 'EFE'])
    expect(credits.map(({ key }) => key)).toEqual(['reuters', 'efe', 'associated press'])
  })

  it('throws for no text, and takes its time with none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { at, phrase } of findCredits(text)) expect(text.slice(at)).toContain(phrase)
      }),
    )
    expect(findCredits('Aa '.repeat(20_000))).toEqual([])
  })
})
