import { describe, expect, it } from 'vitest'
import type { Block } from './block'
import { rowBlocks } from './rowBlocks'

const text = (words: string, links: { start: number; end: number; url: string }[] = []): Block => ({
  type: 'text',
  kind: 'paragraph',
  text: words,
  links,
  isTitle: false,
})

const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => (block.type === 'text' ? block.text : (block.slot.picture ?? '')))

describe('a row of a table', () => {
  it('becomes one paragraph, an empty cell between two still parted from both', () => {
    expect(textsOf(rowBlocks([[text('A')], [], [text('c'), text('d')], []]))).toEqual(['A | | c d'])
  })

  it('keeps links at their words, beyond characters of two units', () => {
    const [block] = rowBlocks([
      [text('🙂')],
      [text('see it', [{ start: 4, end: 6, url: 'https://example.org/' }])],
    ])
    expect(block).toMatchObject({
      text: '🙂 | see it',
      links: [{ start: 8, end: 10, url: 'https://example.org/' }],
    })
  })

  it('puts its pictures after it', () => {
    const picture: Block = { type: 'picture', slot: { picture: 'a.png' } }
    expect(textsOf(rowBlocks([[picture, text('A')], [text('b')]]))).toEqual(['A | b', 'a.png'])
  })

  it('leaves paragraphs as they are where a cell holds a part of the page', () => {
    const long = text('Long words. '.repeat(300))
    expect(rowBlocks([[long, text('More.')], [text('Beside.')]])).toHaveLength(3)
    expect(rowBlocks([[text('One.'), text('Two.')], []])).toHaveLength(2)
  })
})
