import { describe, expect, it } from 'vitest'
import { createArticleDraft } from '../articleDraft'
import { parseMarkup } from './parseMarkup'
import { readBlocks } from './readBlocks'

const passagesOf = (html: string): readonly string[] => {
  const draft = createArticleDraft()
  readBlocks(parseMarkup(html).children, draft)
  return draft.parts().passages.map(({ label, text }) => `${label} ${text}`)
}

describe('readBlocks', () => {
  it('puts a row into one passage, its cells parted, and nothing after the last', () => {
    expect(
      passagesOf(
        '<table><tr><th>Port</th><th>Ships</th></tr><tr><td>A</td> <td></td> <td>3</td></tr></table>',
      ),
    ).toEqual(['1 Port | Ships', '2 A | | 3'])
  })

  it('makes no passage of a mark alone where cells hold paragraphs', () => {
    expect(passagesOf('<table><tr><td><p>One.</p></td><td><p>Two.</p></td></tr></table>')).toEqual([
      '1 One.',
      '2 Two.',
    ])
  })

  it('keeps a list of notes as notes', () => {
    expect(
      passagesOf('<p>Text.</p><section class="footnotes"><h2>Notes</h2><ol><li>One.</li></ol></section>'),
    ).toEqual(['1 Text.', 'h1 Notes', 'f1 One.'])
  })
})
