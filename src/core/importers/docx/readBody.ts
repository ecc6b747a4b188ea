import type { Element } from 'domhandler'
import { childElements, childNamed, localName } from '../markup/elements'
import type { Block } from '../documents/block'
import { rowBlocks } from '../documents/rowBlocks'
import { contentOf, visitAlternate, visitInline } from './readInline'
import { paragraphKind } from './readStyles'
import { gatherBlocks, type WordContext } from './wordContext'

const visitParagraph = (element: Element, context: WordContext): void => {
  const { flow, styles } = context
  context.paragraph = paragraphKind(styles, childNamed(element, 'pPr'))
  visitInline(childElements(element), undefined, context)
  const { kind, isTitle, isContents } = context.paragraph
  flow.end(kind, { isTitle, furniture: isContents ? 'navigation' : undefined })
}

/** The rows or cells of a table, also where they stand in a content control or an insertion. */
const partsNamed = (parent: Element, name: string, context: WordContext): Element[] =>
  childElements(parent).flatMap((child) => {
    if (localName(child) === name) return [child]
    return (contentOf(child, context) ?? []).flatMap((inner) => (localName(inner) === name ? [inner] : []))
  })

const isDeleted = (row: Element): boolean => {
  const properties = childNamed(row, 'trPr')
  return properties !== undefined && childNamed(properties, 'del') !== undefined
}

const visitTable = (table: Element, context: WordContext): void => {
  for (const row of partsNamed(table, 'tr', context)) {
    if (isDeleted(row)) {
      context.leftOut.deletions += 1
      continue
    }
    const cells = partsNamed(row, 'tc', context).map((cell): readonly Block[] =>
      gatherBlocks(childElements(cell), context),
    )
    context.flow.append(rowBlocks(cells))
  }
}

/** Reads paragraphs, tables and what holds them. Depth is bounded by the parser. */
export const visitBlocks = (elements: readonly Element[], context: WordContext): void => {
  for (const element of elements) {
    const name = localName(element)
    if (name === 'p') visitParagraph(element, context)
    else if (name === 'tbl') visitTable(element, context)
    else if (name === 'altChunk') context.leftOut.embedded += 1
    else if (name === 'AlternateContent') visitAlternate(element, (child) => visitBlocks([child], context))
    else {
      const content = contentOf(element, context)
      if (content) visitBlocks(content, context)
    }
  }
}
