import type { Element } from 'domhandler'
import { textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'
import { holdsMarkup } from '../news/readStatedText'
import type { StatedText } from '../news/statedItem'

/** Whether a string has references of HTML in it, which were escaped twice. */
const holdsReferences = (text: string): boolean =>
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,31});/i.test(text)

/**
 * A line of a feed that should be plain text and often is HTML: tags and references that were escaped twice are taken for
 * what they were meant as.
 */
export const plainLine = (text: string): string =>
  holdsMarkup(text) || holdsReferences(text) ? textInside(parseMarkup(text)) : text

export const lineOf = (element: Element): string => plainLine(textInside(element))

/** What RSS holds as a text: HTML in a string, or plain text; some write the elements themselves. */
export const rssText = (element: Element): StatedText => {
  const text = textInside(element)
  if (element.children.some((child) => child.type === 'tag'))
    return { form: 'nodes', nodes: element.children }
  return holdsMarkup(text) || holdsReferences(text) ? { form: 'html', text } : { form: 'plain', text }
}

/** An Atom text construct (RFC 4287, 3.1), or content in it (4.1.3); undefined for content that is no text. */
export const atomText = (element: Element): StatedText | undefined => {
  const type = (element.attribs['type'] ?? 'text').trim().toLowerCase()
  const text = textInside(element)
  // Atom 0.3 said the same in another way: a media type, and whether elements are escaped.
  const isEscaped = element.attribs['mode'] === 'escaped'
  if (type === 'xhtml' || (/\bxml$|\+xml\b/.test(type) && !isEscaped))
    return { form: 'nodes', nodes: element.children }
  if (type === 'html' || type === 'text/html' || isEscaped)
    return isEscaped && type === 'text/plain' ? { form: 'plain', text } : rssText(element)
  return type === 'text' || type.startsWith('text/') ? { form: 'plain', text } : undefined
}

export const atomLine = (element: Element): string => {
  const text = atomText(element)
  return text?.form === 'html' ? plainLine(text.text) : textInside(element)
}
