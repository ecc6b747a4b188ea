import type { Element } from 'domhandler'
import type { PassageKind } from '#shared/model/article'
import { childElements, elementsNamed, localName, textInside } from '../markup/elements'
import { elementAttribute } from '../documents/elementAttribute'
import type { Block } from '../documents/block'
import { rowBlocks } from '../documents/rowBlocks'
import { gatherBlocks, type OdtContext } from './odtContext'
import { odtParagraphKind } from './odtStyles'
import { visitInline, visitShape } from './readInline'

const visitParagraph = (element: Element, context: OdtContext, within: PassageKind | undefined): void => {
  const named = odtParagraphKind(context.styles, elementAttribute(element, 'style-name'))
  const isHeading = localName(element) === 'h'
  context.kind = isHeading ? 'heading' : named.kind === 'paragraph' ? (within ?? 'paragraph') : named.kind
  visitInline(element.children, undefined, context)
  context.flow.end(context.kind, { isTitle: named.isTitle })
}

/** Rows stand in groups, heads and bodies of tables; what is repeated is read once. */
const rowsOf = (parent: Element): Element[] =>
  childElements(parent).flatMap((child) => {
    const name = localName(child)
    if (name === 'table-row') return [child]
    return /^table-(?:header-rows|rows|row-group)$/.test(name) ? rowsOf(child) : []
  })

const visitTable = (table: Element, context: OdtContext): void => {
  for (const row of rowsOf(table)) {
    const cells = childElements(row)
      .filter((cell) => /^(?:covered-)?table-cell$/.test(localName(cell)))
      .map((cell): readonly Block[] => gatherBlocks(childElements(cell), context))
    context.flow.append(rowBlocks(cells))
  }
}

/** Tables of contents and the like say again what stands elsewhere. */
const isIndex = (name: string): boolean =>
  /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/.test(
    name,
  )

const visitIndex = (index: Element, context: OdtContext): void => {
  const [body] = elementsNamed(index, 'index-body')
  const blocks = gatherBlocks(body ? childElements(body) : [], context)
  context.flow.append(
    blocks.map((block) => (block.type === 'text' ? { ...block, furniture: 'navigation' as const } : block)),
  )
}

/** Text that was deleted while changes were tracked stands apart from the text (ODF 1.3 part 3, 5.5). */
const countDeletions = (changes: Element, context: OdtContext): void => {
  context.leftOut.deletions += elementsNamed(changes, 'deletion').filter(
    (one) => textInside(one).trim() !== '',
  ).length
}

/** Reads paragraphs, lists, tables and what holds them. Depth is bounded by the parser. */
export const visitBlocks = (
  elements: readonly Element[],
  context: OdtContext,
  within?: PassageKind,
): void => {
  for (const element of elements) {
    const name = localName(element)
    const children = childElements(element)
    if (name === 'p' || name === 'h') visitParagraph(element, context, within)
    else if (name === 'list-header') visitBlocks(children, context, within)
    else if (name === 'list-item' || name === 'numbered-paragraph') visitBlocks(children, context, 'listItem')
    else if (name === 'table') visitTable(element, context)
    else if (name === 'tracked-changes') countDeletions(element, context)
    else if (isIndex(name)) visitIndex(element, context)
    else if (name === 'list' || name === 'section' || name === 'index-body' || name === 'index-title')
      visitBlocks(children, context, within)
    else visitShape(element, context)
  }
}
