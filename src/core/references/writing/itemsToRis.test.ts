import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsToRis } from './itemsToRis'

describe('itemsToRis', () => {
  it('writes a record per item, with a month as far as it is known', () => {
    const ris = itemsToRis([
      {
        id: 'gazette2019',
        type: 'article-newspaper',
        title: 'Road tunnel <i>closes</i>',
        'container-title': 'Example Gazette',
        author: [{ family: 'Sample', given: 'Anna' }, { literal: 'River Authority' }],
        issued: { 'date-parts': [[2019, 3]] },
        language: 'en',
        URL: 'https://example.org/a',
      },
      { id: 7, type: 'dance', title: 'مجلس الميناء', publisher: 'Harbour Press' },
    ])
    expect(ris.split('\r\n')).toEqual([
      'TY  - NEWS',
      'TI  - Road tunnel closes',
      'T2  - Example Gazette',
      'AU  - Sample, Anna',
      'AU  - River Authority',
      'PY  - 2019',
      'DA  - 2019/03//',
      'LA  - en',
      'UR  - https://example.org/a',
      'ID  - gazette2019',
      'ER  - ',
      '',
      'TY  - GEN',
      'TI  - مجلس الميناء',
      'PB  - Harbour Press',
      'ID  - 7',
      'ER  - ',
      '',
    ])
  })

  it('lets no text begin a line or end a record', () => {
    const foreign = fc.array(
      fc.oneof(fc.constantFrom('\r\n', '\n', '\u2028', 'ER  - ', 'TY  - BOOK'), fc.string()),
    )
    fc.assert(
      fc.property(foreign, foreign, (title, publisher) => {
        const ris = itemsToRis([
          { id: 'x', type: 'book', title: title.join(''), publisher: publisher.join('') },
        ])
        const lines = ris.split(/\r\n|[\n\r\u2028\u2029]/u)
        expect(lines.pop()).toBe('')
        expect(lines.filter((line) => !/^(?:TY|TI|PB|ID|ER) {2}- /u.test(line))).toEqual([])
        expect(lines.filter((line) => line.startsWith('ER  -'))).toHaveLength(1)
      }),
    )
  })
})
