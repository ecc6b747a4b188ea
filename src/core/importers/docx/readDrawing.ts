import type { Element } from 'domhandler'
import { childElements, elementsNamed, localName } from '../markup/elements'
import type { PictureSlot } from '../documents/block'
import { elementAttribute } from '../documents/elementAttribute'
import { linkAddress } from '../documents/linkAddress'
import { cleanText } from '../text/cleanText'
import { gatherBlocks, type WordContext } from './wordContext'

/** Programs write the name of the file, or of the shape, where nobody described the picture. */
const altTextOf = (element: Element | undefined): string | undefined => {
  const stated = elementAttribute(element, 'descr') ?? elementAttribute(element, 'alt')
  return cleanText((stated ?? elementAttribute(element, 'title') ?? '').replace(/\s+/g, ' ')) || undefined
}

const slotOf = (
  reference: string | undefined,
  altText: string | undefined,
  context: WordContext,
): PictureSlot | undefined => {
  const relationship = context.relationship(reference)
  if (!relationship) return undefined
  const alt = altText === undefined ? {} : { altText }
  if (!relationship.isExternal) {
    const picture = context.pictures.nameOf(relationship.target)
    return picture === undefined ? undefined : { ...alt, picture }
  }
  const address = linkAddress(relationship.target)
  return address === undefined ? undefined : { ...alt, address }
}

/** The outermost elements of that name: a box in a box is read with the outer one. */
const outermost = (element: Element, name: string): Element[] =>
  childElements(element).flatMap((child) => (localName(child) === name ? [child] : outermost(child, name)))

/** Elements of a name that do not stand in a box, whose own pictures are read with its text. */
const outsideBoxes = (element: Element, name: string): Element[] =>
  childElements(element).flatMap((child) => {
    if (localName(child) === 'txbxContent') return []
    return localName(child) === name ? [child] : outsideBoxes(child, name)
  })

const pictureReferences = (element: Element): (string | undefined)[] => [
  // DrawingML, embedded or linked (20.1.8.13).
  ...outsideBoxes(element, 'blip').map(
    (blip) => elementAttribute(blip, 'embed') ?? elementAttribute(blip, 'link'),
  ),
  // VML (Part 4, 19.1.2.11).
  ...outsideBoxes(element, 'imagedata').map(({ attribs }) => attribs['r:id'] ?? attribs['r:href']),
]

/** Pictures and text boxes of a drawing, in DrawingML or VML. */
export const readDrawing = (element: Element, context: WordContext): void => {
  const [properties] = [...elementsNamed(element, 'docPr'), ...outsideBoxes(element, 'shape')]
  for (const reference of pictureReferences(element)) {
    const slot = slotOf(reference, altTextOf(properties), context)
    if (slot) context.flow.picture(slot)
  }
  // Charts and diagrams have parts of their own.
  context.leftOut.embedded += outsideBoxes(element, 'relIds').length + outsideBoxes(element, 'chart').length
  for (const box of outermost(element, 'txbxContent'))
    context.flow.beside(gatherBlocks(childElements(box), context))
}
