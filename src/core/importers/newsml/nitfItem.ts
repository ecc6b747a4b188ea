import type { Element } from 'domhandler'
import { childElements, elementsNamed, localName, textInside } from '../markup/elements'
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
const identified = (nitf: Element, ...names: readonly string[]): readonly string[] =>
  elementsNamed(nitf, 'identified-content').flatMap((list) =>
    childElements(list)
      .filter((element) => names.includes(localName(element)))
      .map((element) => textInside(element).trim() || (element.attribs['value'] ?? '')),
  )

/** What the head of an NITF document says (NITF 3.6). */
export const nitfValues = (nitf: Element): StatedItem['values'] => {
  const [head = nitf] = elementsNamed(nitf, 'body.head')
  const language = nitf.attribs['xml:lang']
  return {
    headline: [...texts(head, 'hl1'), ...texts(nitf, 'title')],
    byline: bylines(head),
    dateline: texts(head, 'dateline'),
    publisher: [...attributes(nitf, 'pubdata', 'name'), ...texts(head, 'distributor')],
    published: [
      ...attributes(nitf, 'date.issue', 'norm'),
      ...attributes(nitf, 'pubdata', 'date.publication'),
      ...attributes(nitf, 'date.release', 'norm'),
      ...attributes(head, 'story.date', 'norm'),
    ],
    language: language === undefined ? [] : [language],
    uri: attributes(nitf, 'doc-id', 'id-string'),
    url: attributes(nitf, 'pubdata', 'ex-ref'),
    copyrightNotice: texts(nitf, 'copyrite'),
    copyrightHolder: attributes(nitf, 'doc.copyright', 'holder'),
    edNote: attributes(nitf, 'ed-msg', 'info'),
    keywords: [
      ...attributes(nitf, 'keyword', 'key'),
      ...attributes(nitf, 'tobject.subject', 'tobject.subject.type'),
      ...attributes(nitf, 'tobject.subject', 'tobject.subject.matter'),
    ],
    persons: identified(nitf, 'person'),
    places: identified(nitf, 'location'),
    organisations: identified(nitf, 'org'),
  }
}

/** What an NITF document says: its head, summary lines and text. */
export const readNitf = (nitf: Element): StatedItem => {
  const [head] = elementsNamed(nitf, 'body.head')
  const summaries = head ? [...elementsNamed(head, 'hl2'), ...elementsNamed(head, 'abstract')] : []
  return {
    values: nitfValues(nitf),
    summaries: summaries.map((element) => ({ form: 'nodes', nodes: element.children })),
    bodies: [{ form: 'nodes', nodes: nitfBody(nitf) }],
    pictures: [],
    doubts: [],
  }
}
