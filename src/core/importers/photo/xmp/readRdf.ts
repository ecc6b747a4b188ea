import { isTag, type Document, type Element } from 'domhandler'
import { childElements, elementsNamed, textInside } from '../../markup/elements'
import { nameReader } from './xmpNames'

/** A value of XMP (ISO 16684-1): a text, a list, or a structure. */
export interface XmpValue {
  readonly text: string
  /** Of a list, in order. */
  readonly items: readonly XmpValue[]
  readonly fields: XmpProperties
  /** Of an alternative text. */
  readonly language?: string | undefined
}

/** Values by names with the usual prefix: `dc:title`. */
export type XmpProperties = ReadonlyMap<string, XmpValue>

type NameOf = (name: string) => string

const noFields: XmpProperties = new Map()

const textValue = (text: string, language?: string): XmpValue => ({
  text,
  items: [],
  fields: noFields,
  language,
})

/** Attributes that are values: not those of RDF, of XML, or that declare a namespace. */
const attributeValues = (element: Element, nameOf: NameOf): [string, XmpValue][] =>
  Object.entries(element.attribs)
    .map(([name, value]): [string, XmpValue] => [nameOf(name), textValue(value)])
    .filter(([name]) => name.includes(':') && !/^(?:rdf|xml|xmlns):/.test(name))

const propertiesOf = (element: Element, nameOf: NameOf): XmpProperties => {
  const properties = new Map(attributeValues(element, nameOf))
  for (const child of childElements(element)) {
    const name = nameOf(child.name)
    if (!properties.has(name)) properties.set(name, valueOf(child, nameOf))
  }
  return properties
}

const structure = (fields: XmpProperties): XmpValue => ({
  text: fields.get('rdf:value')?.text ?? '',
  items: [],
  fields,
})

const lists = new Set(['rdf:Bag', 'rdf:Seq', 'rdf:Alt'])

/** The depth of elements is bounded by `parseMarkup`, and so is this. */
const valueOf = (element: Element, nameOf: NameOf): XmpValue => {
  const resource = Object.entries(element.attribs).find(([name]) => nameOf(name) === 'rdf:resource')?.[1]
  if (resource !== undefined) return textValue(resource)
  const isStructure = Object.entries(element.attribs).some(
    ([name, value]) => nameOf(name) === 'rdf:parseType' && value === 'Resource',
  )
  if (isStructure) return structure(propertiesOf(element, nameOf))
  const inside = childElements(element)
  const [first] = inside
  if (first && lists.has(nameOf(first.name)))
    return { ...textValue(''), items: childElements(first).map((item) => valueOf(item, nameOf)) }
  if (first) return structure(propertiesOf(first, nameOf))
  const stated = attributeValues(element, nameOf)
  if (stated.length > 0) return structure(new Map(stated))
  return textValue(textInside(element), element.attribs['xml:lang'])
}

const prefixesIn = (document: Document): ReadonlyMap<string, string> => {
  const prefixes = new Map<string, string>()
  const waiting: Element[] = document.children.filter(isTag)
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const [name, uri] of Object.entries(element.attribs))
      if (name.startsWith('xmlns:') && !prefixes.has(name.slice(6))) prefixes.set(name.slice(6), uri.trim())
    for (const child of element.children) if (isTag(child)) waiting.push(child)
  }
  return prefixes
}

/** All properties of all descriptions in a document's RDF; of one that is stated twice, the first. */
export const readRdf = (document: Document): XmpProperties => {
  const nameOf = nameReader(prefixesIn(document))
  const properties = new Map<string, XmpValue>()
  for (const rdf of elementsNamed(document, 'RDF'))
    for (const description of childElements(rdf))
      for (const [name, value] of propertiesOf(description, nameOf))
        if (!properties.has(name)) properties.set(name, value)
  return properties
}
