import { Element, isTag, type ChildNode } from 'domhandler'
import { childElements, childNamed, localName } from '../markup/elements'

/** Elements of NITF 3.6 that HTML has under another name. */
const htmlNames: Readonly<Record<string, string>> = {
  hl2: 'h2',
  hl1: 'h1',
  bq: 'blockquote',
  block: 'div',
  note: 'aside',
  credit: 'p',
  tagline: 'p',
  'body.content': 'div',
  'body.end': 'div',
}

const widthOf = (element: Element): number => Number.parseInt(element.attribs['width'] ?? '', 10) || 0

/** Of the sizes of a picture the largest, as HTML names it. */
const pictureOf = (media: Element): Element | undefined => {
  const isPicture = (reference: Element): boolean =>
    (reference.attribs['mime-type'] ?? '').startsWith('image/') || media.attribs['media-type'] === 'image'
  const [best] = childElements(media)
    .filter((child) => localName(child) === 'media-reference' && isPicture(child))
    .sort((a, b) => widthOf(b) - widthOf(a))
  const source = best?.attribs['source']
  const alt = best?.attribs['alternate-text']
  return source === undefined
    ? undefined
    : new Element('img', { src: source, ...(alt === undefined ? {} : { alt }) })
}

/** `media` as a `figure`, whose producer is the credit; undefined for what is no picture. */
const figureOf = (media: Element): Element | undefined => {
  const picture = pictureOf(media)
  if (!picture) return undefined
  const words = childNamed(media, 'media-caption')?.children ?? []
  const producer = childNamed(media, 'media-producer')
  const credit = producer ? [new Element('span', { class: 'credit' }, producer.children)] : []
  const caption =
    words.length + credit.length > 0 ? [new Element('figcaption', {}, [...words, ...credit])] : []
  return new Element('figure', {}, [picture, ...caption])
}

/** The same elements with HTML's names. Depth is that of the file, which `parseMarkup` bounds. */
const toHtml = (node: ChildNode): readonly ChildNode[] => {
  if (!isTag(node)) return [node]
  const name = localName(node)
  if (name === 'media') return [figureOf(node) ?? []].flat()
  return [new Element(htmlNames[name] ?? name, node.attribs, node.children.flatMap(toHtml))]
}

/** The text of an NITF document as HTML's elements, without its head. */
export const nitfBody = (nitf: Element): readonly ChildNode[] => {
  const body = childNamed(nitf, 'body') ?? nitf
  return body.children
    .filter((child) => !isTag(child) || !['body.head', 'head'].includes(localName(child)))
    .flatMap(toHtml)
}
