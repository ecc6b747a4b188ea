import { describe, expect, it } from 'vitest'
import type { ParsedSlot } from '#shared/model/parsed'
import { createArticleDraft } from '../articleDraft'
import { parseMarkup } from './parseMarkup'
import { readBlocks } from './readBlocks'

type Words = Partial<Omit<ParsedSlot, 'number' | 'placement' | 'placedAfter'>>

const read = (html: string): { readonly slots: readonly Words[]; readonly passages: readonly string[] } => {
  const draft = createArticleDraft()
  readBlocks(parseMarkup(html).children, draft, { base: 'https://gazette.example/a/' })
  const { passages, slots } = draft.parts()
  return {
    slots: slots.map(
      ({ number: _number, placement: _placement, placedAfter: _placedAfter, ...words }) => words,
    ),
    passages: passages.map(({ label, text }) => `${label} ${text}`),
  }
}

const address = 'https://gazette.example/a/b.jpg'
const picture = '<img src="b.jpg" alt="A bridge">'
const altText = 'A bridge'

const figures: readonly (readonly [string, string, Words])[] = [
  ['a caption', `${picture}<figcaption>A bridge.</figcaption>`, { caption: 'A bridge.' }],
  [
    'paragraphs of a caption as words that stay apart',
    `${picture}<figcaption><p>One.</p><p>Two.</p></figcaption>`,
    { caption: 'One. Two.' },
  ],
  [
    'a credit that is marked, where its words stand in the caption too',
    `${picture}<figcaption>Reuters staff at work (Photo: <span class="credit">Reuters</span>)</figcaption>`,
    { caption: 'Reuters staff at work', credit: 'Reuters' },
  ],
  [
    'a credit that stands beside the caption',
    `${picture}<figcaption>A bridge.</figcaption><div class="photo-credit">Ann Roe</div>`,
    { caption: 'A bridge.', credit: 'Ann Roe' },
  ],
  [
    'a credit in a last line of its own',
    `${picture}<figcaption>A bridge.<br>Photo: Ann Roe/Reuters</figcaption>`,
    { caption: 'A bridge.', credit: 'Ann Roe/Reuters' },
  ],
  ['a credit alone', `${picture}<figcaption>Photo: Ann Roe</figcaption>`, { credit: 'Ann Roe' }],
  ['words without a caption', `${picture}<p>A bridge.</p><script>x</script>`, { caption: 'A bridge.' }],
]

describe('a figure', () => {
  for (const [what, inside, words] of figures)
    it(`gives its picture ${what}`, () => {
      expect(read(`<figure>${inside}</figure>`)).toEqual({
        slots: [{ altText, address, ...words }],
        passages: [],
      })
    })

  it('that holds figures leaves each its own caption', () => {
    const one = (name: string): string =>
      `<figure><img src="${name}.jpg"><figcaption>${name}</figcaption></figure>`
    const { slots, passages } = read(`<figure>${one('a')}${one('b')}<figcaption>Both</figcaption></figure>`)
    expect(slots.map(({ caption }) => caption)).toEqual(['a', 'b'])
    expect(passages).toEqual(['c1 Both'])
  })

  it('without a picture is text', () => {
    expect(
      read('<figure><blockquote>It was over.</blockquote><figcaption>A witness</figcaption></figure>'),
    ).toEqual({
      slots: [],
      passages: ['q1 It was over.', 'c1 A witness'],
    })
    expect(read('<figure><img src="dot.gif" width="1" height="1"><p>Text.</p></figure>').passages).toEqual([
      '1 Text.',
    ])
  })
})

describe('readBlocks, beyond paragraphs,', () => {
  it('takes no text for a note because it has notes, or points at one', () => {
    expect(
      read(
        '<p class="has-footnotes">Text<sup class="footnote-ref"><a href="#f">1</a></sup></p><aside role="doc-footnote">Note.</aside><ol class="footnote-list"><li>Another.</li></ol>',
      ).passages,
    ).toEqual(['1 Text1', 'f1 Note.', 'f2 Another.'])
  })

  it('keeps the order of lists inside lists, and of what follows them', () => {
    expect(read('<ul><li>One<ol><li>Two</li></ol>three</li><li><p>Four</p></li></ul>').passages).toEqual([
      'l1 One',
      'l2 Two',
      'l3 three',
      'l4 Four',
    ])
  })

  it('takes one line break for a space, and two for the end of a paragraph', () => {
    expect(read('<p>One<br>two<br> <br>three<br></p>').passages).toEqual(['1 One two', '2 three'])
  })

  it('leaves out what runs, loads or is never shown', () => {
    expect(
      read('<p>One<script>x</script><style>y</style><iframe src="x">z</iframe><svg><text>w</text></svg></p>')
        .passages,
    ).toEqual(['1 One'])
  })
})
