import { Element } from 'domhandler'
import { childElements, childNamed, elementsNamed, localName, textInside } from '../markup/elements'
import type { StatedItem } from '../news/statedItem'
import { nitfBody } from './nitfBody'

const texts = (within: Element, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => elementsNamed(within, name).map(textInside))

const attributes = (within: Element, name: string, attribute: string): readonly string[] =>
  elementsNamed(within, name).flatMap((element) => element.attribs[attribute] ?? [])

/** A byline with what its writer is (`byttl`) behind the name. */
const bylines = (head: Element): readonly string[] =>
  elementsNamed(head, 'byline').map((byline) => {
    const [title] = texts(byline, 'byttl')
    const whole = textInside(byline)
    return title === undefined || !whole.endsWith(title)
      ? whole
      : `${whole.slice(0, -title.length)} | ${title}`
  })

/** Names that the head lists as what the text is about (`identified-content`). */
const identified = (head: Element, ...names: readonly string[]): readonly string[] =>
  elementsNamed(head, 'identified-content').flatMap((list) =>
    childElements(list)
      .filter((element) => names.includes(localName(element)))
      .map((element) => textInside(element).trim() || (element.attribs['value'] ?? '')),
  )

/** Only the two heads are searched: a body can be long. */
const headsOf = (nitf: Element): { readonly head: Element; readonly bodyHead: Element | undefined } => {
  const body = childNamed(nitf, 'body')
  return {
    head: childNamed(nitf, 'head') ?? new Element('head', {}),
    bodyHead: body && childNamed(body, 'body.head'),
  }
}

/** What the heads of an NITF document say (NITF 3.6). */
export const nitfValues = (nitf: Element): StatedItem['values'] => {
  const { head, bodyHead } = headsOf(nitf)
  const inBody = bodyHead ?? new Element('body.head', {})
  const language = nitf.attribs['xml:lang']
  return {
    headline: [...texts(inBody, 'hl1'), ...texts(head, 'title')],
    byline: bylines(inBody),
    dateline: texts(inBody, 'dateline'),
    publisher: [...attributes(head, 'pubdata', 'name'), ...texts(inBody, 'distributor')],
    published: [
      ...attributes(head, 'date.issue', 'norm'),
      ...attributes(head, 'pubdata', 'date.publication'),
      ...attributes(head, 'date.release', 'norm'),
      ...attributes(inBody, 'story.date', 'norm'),
    ],
    language: language === undefined ? [] : [language],
    uri: attributes(head, 'doc-id', 'id-string'),
    url: attributes(head, 'pubdata', 'ex-ref'),
    copyrightNotice: [...texts(inBody, 'copyrite'), ...texts(head, 'copyrite')],
    copyrightHolder: attributes(head, 'doc.copyright', 'holder'),
    edNote: attributes(head, 'ed-msg', 'info'),
    keywords: [
      ...attributes(head, 'keyword', 'key'),
      ...attributes(head, 'tobject.subject', 'tobject.subject.type'),
      ...attributes(head, 'tobject.subject', 'tobject.subject.matter'),
    ],
    persons: identified(head, 'person'),
    places: identified(head, 'location'),
    organisations: identified(head, 'org'),
  }
}

/** What an NITF document says: its head, summary lines and text. */
export const readNitf = (nitf: Element): StatedItem => {
  const { bodyHead } = headsOf(nitf)
  const summaries = bodyHead
    ? [...elementsNamed(bodyHead, 'hl2'), ...elementsNamed(bodyHead, 'abstract')]
    : []
  return {
    values: nitfValues(nitf),
    summaries: summaries.map((element) => ({ form: 'nodes', nodes: element.children })),
    bodies: [{ form: 'nodes', nodes: nitfBody(nitf) }],
    pictures: [],
    doubts: [],
  }
}
