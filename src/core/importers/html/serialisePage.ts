import { isTag, isText, type ChildNode, type Element } from 'domhandler'
import { localName, textInside } from '../markup/elements'
import { isJsonLd, longestAttribute } from './pageSurvey'

const voids = new Set('area br col embed hr img input link meta param source track wbr'.split(' '))

/** What neither Readability nor the text needs. JSON-LD stays: the article's title is taken out of its text by it. */
const dropped = new Set('script style template base iframe object embed canvas math'.split(' '))

const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'))

const escapeAttribute = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const attributeName = /^[a-z][\w:.-]{0,60}$/i

type StandIn = (address: string) => string

const attributesOf = (element: Element, standIn: StandIn): string => {
  let text = ''
  for (const [name, stated] of Object.entries(element.attribs)) {
    if (/^on/i.test(name) || !attributeName.test(name)) continue
    const value = stated.startsWith('data:') ? standIn(stated) : stated
    if (value.length <= longestAttribute) text += ` ${name}="${escapeAttribute(value)}"`
  }
  return text
}

/** `</script` within JSON-LD can only be part of a string, where it may be escaped. */
const dataBlock = (element: Element): string =>
  `<script type="application/ld+json">${textInside(element).replaceAll('</', '<\\/')}</script>`

/**
 * A parsed page as sound HTML with one head and one body, for a second parser: nothing that would run, no comments, no long
 * attributes, pictures in `data:` addresses by their stand-ins. Depth is bounded by `parseMarkup`.
 */
export const serialisePage = (children: readonly ChildNode[], standIn: StandIn): string => {
  const head: string[] = []
  const body: string[] = []
  const roots = { html: '', body: '' }

  const visit = (element: Element): void => {
    const name = localName(element)
    if (name === 'html' || name === 'body') {
      roots[name] ||= attributesOf(element, standIn)
      visitAll(element.children)
    } else if (name === 'head') visitAll(element.children)
    else if (isJsonLd(element)) head.push(dataBlock(element))
    else if (name === 'title' && element.parent && !isInSvg(element))
      head.push(`<title>${escapeText(textInside(element))}</title>`)
    else if (name === 'meta') head.push(`<meta${attributesOf(element, standIn)}>`)
    else if (!dropped.has(name) && /^[a-z][\w-]*$/i.test(name)) {
      body.push(`<${name}${attributesOf(element, standIn)}>`)
      if (voids.has(name)) return
      visitAll(element.children)
      body.push(`</${name}>`)
    } else if (!dropped.has(name)) visitAll(element.children)
  }

  const visitAll = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (isTag(node)) visit(node)
      else if (isText(node)) body.push(escapeText(node.data))
      else if ('children' in node) visitAll(node.children)
    }
  }

  visitAll(children)
  return `<!DOCTYPE html><html${roots.html}><head>${head.join('')}</head><body${roots.body}>${body.join('')}</body></html>`
}

const isInSvg = (element: Element): boolean =>
  isTag(element.parent as ChildNode) && (element.parent as Element).name === 'svg'
