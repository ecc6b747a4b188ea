import type { PassageLink } from '#shared/model/article'
import { createWordRun, type WordRun } from '../markup/wordRun'
import type { Block, TextBlock } from './block'

/** Characters; a longer row holds a part of the page and no line of a table. */
const longestRow = 2000

const isText = (block: Block): block is TextBlock => block.type === 'text'

const addLinked = (run: WordRun, text: string, links: readonly PassageLink[]): void => {
  if (links.length === 0) return run.add(text)
  const points = [...text]
  let at = 0
  for (const { start, end, url } of links) {
    run.add(points.slice(at, start).join(''))
    run.add(points.slice(start, end).join(''), url)
    at = end
  }
  run.add(points.slice(at).join(''))
}

/**
 * A row of a table as one paragraph, its cells parted by ' | '; pictures follow. Where only one cell says something, or
 * where cells hold a part of the page, the paragraphs stay as they are.
 */
export const rowBlocks = (cells: readonly (readonly Block[])[]): readonly Block[] => {
  const filled = cells.filter((cell) => cell.some(isText)).length
  const length = cells.flat().reduce((sum, block) => sum + (isText(block) ? block.text.length : 0), 0)
  if (filled <= 1 || length > longestRow) return cells.flat()
  const last = cells.findLastIndex((cell) => cell.some(isText))
  const run = createWordRun()
  for (const [index, cell] of cells.slice(0, last + 1).entries()) {
    if (index > 0) run.add(' | ')
    for (const [at, block] of cell.filter(isText).entries()) {
      if (at > 0) run.add(' ')
      addLinked(run, block.text, block.links)
    }
  }
  const words = run.take()
  const pictures = cells.flat().filter((block) => !isText(block))
  if (!words) return pictures
  return [{ type: 'text', kind: 'paragraph', isTitle: false, ...words }, ...pictures]
}
