import type { Block } from './block'

const marked = (block: Block, mark: string): Block => {
  if (block.type === 'picture') return block
  const offset = mark === '' ? 0 : mark.length + 1
  return {
    ...block,
    kind: 'footnote',
    text: mark === '' ? block.text : `${mark} ${block.text}`,
    links: block.links.map((link) => ({ ...link, start: link.start + offset, end: link.end + offset })),
  }
}

/** The paragraphs of a note as footnotes; the first begins with the mark by which the text refers to it. */
export const markNote = (blocks: readonly Block[], mark: string): readonly Block[] =>
  blocks.map((block, index) => marked(block, index === 0 ? mark : ''))
