import { isTag, isText, type ChildNode, type Element } from 'domhandler'
import { childElements, childNamed, elementsNamed, localName, textInside } from '../markup/elements'
import { elementAttribute } from '../documents/elementAttribute'
import { linkAddress } from '../documents/linkAddress'
import { markNote } from '../documents/markNote'
import { cleanText } from '../text/cleanText'
import { gatherBlocks, type OdtContext } from './odtContext'

const oneLine = (text: string): string => cleanText(text.replace(/\s+/g, ' '))

const visitNote = (note: Element, context: OdtContext): void => {
  const citation = childNamed(note, 'note-citation')
  const body = childNamed(note, 'note-body')
  const mark = `[${oneLine(citation ? textInside(citation) : '') || String(context.notes.length + 1)}]`
  context.flow.add(mark)
  const blocks = gatherBlocks(body ? childElements(body) : [], context)
  for (const block of markNote(blocks, mark)) context.notes.push(block)
}

const visitComment = (comment: Element, context: OdtContext): void => {
  const author = oneLine(elementsNamed(comment, 'creator').map(textInside).join(' '))
  const paragraphs = elementsNamed(comment, 'p').map((one) => oneLine(textInside(one)))
  const text = paragraphs.filter((one) => one !== '').join(' ')
  if (text !== '') context.comments.push(author ? `Comment by ${author}: ${text}` : `Comment: ${text}`)
}

/** A frame holds the same thing in one or several forms (ODF 1.3 part 3, 10.4.2): the first that can be read counts. */
const visitFrame = (frame: Element, context: OdtContext): void => {
  const described = childNamed(frame, 'desc') ?? childNamed(frame, 'title')
  const altText = described && oneLine(textInside(described))
  const box = childNamed(frame, 'text-box')
  if (box) return context.flow.beside(gatherBlocks(childElements(box), context))
  const children = childElements(frame)
  if (children.some((child) => /^object(?:-ole)?$/.test(localName(child)))) context.leftOut.embedded += 1
  for (const image of children.filter((child) => localName(child) === 'image')) {
    const picture = context.pictureOf(image)
    if (!picture) continue
    return context.flow.picture({ ...(altText ? { altText } : {}), ...picture })
  }
}

/** What is not shown as text where it stands, or says again what is shown. */
const silent = new Set(
  'ruby-text bookmark tracked-changes annotation-end forms sequence-decls title desc'.split(' '),
)

const shapes =
  /^(?:custom-shape|rect|ellipse|circle|line|polyline|polygon|path|connector|caption|g|page-thumbnail)$/

const visitElement = (element: Element, url: string | undefined, context: OdtContext): void => {
  const { flow } = context
  const name = localName(element)
  if (silent.has(name)) return
  if (name === 's' || name === 'tab') flow.add(' ', url)
  else if (name === 'line-break') flow.lineBreak(context.kind)
  else if (name === 'a')
    visitInline(element.children, linkAddress(elementAttribute(element, 'href')) ?? url, context)
  else if (name === 'note') visitNote(element, context)
  else if (name === 'annotation') visitComment(element, context)
  else if (name === 'frame') visitFrame(element, context)
  else if (shapes.test(name)) flow.beside(gatherBlocks(childElements(element), context))
  else visitInline(element.children, url, context)
}

/** Reads what stands in a paragraph. Depth is bounded by the parser. */
export const visitInline = (
  nodes: readonly ChildNode[],
  url: string | undefined,
  context: OdtContext,
): void => {
  for (const node of nodes) {
    if (isText(node)) context.flow.add(node.data, url)
    else if (isTag(node)) visitElement(node, url, context)
  }
}

/** Reads a frame or shape that stands between paragraphs. */
export const visitShape = (element: Element, context: OdtContext): boolean => {
  const name = localName(element)
  if (name !== 'frame' && !shapes.test(name)) return false
  visitElement(element, undefined, context)
  context.flow.end('paragraph')
  return true
}
