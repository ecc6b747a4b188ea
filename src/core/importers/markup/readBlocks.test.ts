import { describe, expect, it } from 'vitest'
import { createArticleDraft } from '../articleDraft'
import { parseMarkup } from './parseMarkup'
import { readBlocks, type BlocksOptions } from './readBlocks'

const read = (html: string, options: BlocksOptions = {}) => {
  const draft = createArticleDraft()
  readBlocks(parseMarkup(html).children, draft, options)
  const { passages, slots } = draft.parts()
  return { texts: passages.map(({ label, text }) => `${label} ${text}`), slots }
}

const textsOf = (html: string): readonly string[] => read(html).texts

describe('readBlocks', () => {
  it('parts what stands as it was typed at blank lines', () => {
    expect(read('<pre>One\ntwo.\n \nThree.</pre>').texts).toEqual(['1 One two.', '2 Three.'])
  })

  it('puts a row of a table into one line, with bars between its cells', () => {
    const rows =
      '<table><tr><th>Day</th> <th>Boat</th></tr><tr><td>Monday</td><td><p>Eight</p></td></tr></table>'
    expect(read(rows).texts).toEqual(['1 Day | Boat', '2 Monday', '3 Eight'])
  })

  it('names the copy of a picture that lies beside the page, and the address from which it came', () => {
    const picture = '<img data-src="https://a.example/b.jpg" src="page_files/b.jpg">'
    const pictureOf = (address: string) => (address.startsWith('page_files/') ? address : undefined)
    expect(read(picture, { pictureOf }).slots).toEqual([
      { number: 1, placement: 'stated', address: 'https://a.example/b.jpg', picture: 'page_files/b.jpg' },
    ])
  })

  it('takes the credit out of a caption where it is marked', () => {
    const figure =
      '<figure><img src="b.jpg"><figcaption>A boat. <span class="photo-credit">C. Lund</span></figcaption></figure>'
    expect(read(figure).slots).toMatchObject([{ caption: 'A boat.', credit: 'C. Lund' }])
  })

  it('puts a row into one passage, its cells parted, and nothing after the last', () => {
    expect(
      textsOf('<table><tr><th>Port</th><th>Ships</th></tr><tr><td>A</td> <td></td> <td>3</td></tr></table>'),
    ).toEqual(['1 Port | Ships', '2 A | | 3'])
  })

  it('makes no passage of a mark alone where cells hold paragraphs', () => {
    expect(textsOf('<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>')).toEqual([
      '1 One.',
      '2 Two.',
    ])
  })

  it('keeps a list of notes as notes', () => {
    expect(
      textsOf('<p>Text.</p><section class="footnotes"><h2>Notes</h2><ol><li>One.</li></ol></section>'),
    ).toEqual(['1 Text.', 'h1 Notes', 'f1 One.'])
  })

  it('refuses a passage that is longer than any is', () => {
    expect(() => read(`<p>${'word '.repeat(900_000)}</p>`)).toThrow(/4000000 characters in one passage/)
  })
})

describe('parseMarkup', () => {
  it('refuses what is nested or long beyond reason, before it is held', () => {
    expect(() => parseMarkup('<b>'.repeat(513))).toThrow(/512 elements inside each other/)
    expect(() => parseMarkup('<b a=1>x</b>'.repeat(4), { most: 11 })).toThrow(/more than 11 elements/)
    expect(parseMarkup('<b a=1>x</b>'.repeat(4), { most: 12 }).children).toHaveLength(4)
  })
})
