import { isText, type Document, type Element, Text } from 'domhandler'
import { elementsNamed, localName, textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'

/** Elements that HTML leaves open and XML does not. */
const openInHtml = /<(?:br|hr|img|meta|link|input)\b[^<>]*(?<!\/)>(?!\s*<\/)/i

/** The entities of XHTML 1.1, which XML without its document type does not know. */
const entity = /&([a-zA-Z][a-zA-Z0-9]{1,30});/g
/** HTML has 2,125 of them. */
const mostNames = 4000
const ofXml: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** What a named entity of HTML stands for; as it stands where there is none of that name. Nothing declared is expanded. */
const createExpander = (): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) =>
    text.replace(entity, (whole, name: string) => {
      if (ofXml.has(name) || (known.size >= mostNames && !known.has(name))) return whole
      const found = known.get(name) ?? textInside(parseMarkup(whole))
      known.set(name, found)
      return found
    })
}

/** Pictures in SVG frames, as covers often have them, are pictures like others; formulas have words. */
const unwrap = (tree: Document): void => {
  for (const frame of elementsNamed(tree, 'svg'))
    if (elementsNamed(frame, 'image').length > 0) frame.name = 'span'
  for (const formula of elementsNamed(tree, 'math')) formula.name = 'span'
}

const meaningOf = ({ attribs }: Element): string =>
  `${attribs['epub:type'] ?? ''} ${attribs['role'] ?? ''} ${attribs['class'] ?? ''}`

const isReference = (element: Element): boolean => /\b(?:noteref|footnote-ref)\b/.test(meaningOf(element))

/** What is no text of a chapter: the way back from a note, and the source of a formula beside it. */
export const isNoText = (element: Element): boolean =>
  element.name === 'a'
    ? /\b(?:backlink|doc-backlink|footnote-back)\b/.test(meaningOf(element))
    : /^annotation(?:-xml)?$/.test(localName(element))

/** A bare `1` that refers to a note would read as part of the word before it. */
const bracketReferences = (tree: Document): void => {
  for (const link of elementsNamed(tree, 'a').filter(isReference)) {
    if (!/^[\p{L}\p{N}*†‡]{1,6}$/u.test(textInside(link).trim())) continue
    link.children.unshift(new Text('['))
    link.children.push(new Text(']'))
  }
}

/** A chapter as a tree: by the rules of XML, or of HTML where it is not XML. */
export const parseChapter = (source: string): Document => {
  const isXml = /^\s*<\?xml\b|\bxmlns\s*=/.test(source.slice(0, 2000)) && !openInHtml.test(source)
  const tree = isXml ? parseMarkup(createExpander()(source), { xml: true }) : parseMarkup(source)
  unwrap(tree)
  bracketReferences(tree)
  return tree
}

/** The nodes of a chapter's text. */
export const bodyOf = (tree: Document): Document['children'] => {
  const [body] = elementsNamed(tree, 'body')
  return body ? [body] : tree.children.filter((node) => !isText(node) || node.data.trim() !== '')
}
