import { textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'

/** What XML itself defines (XML 1.0, 4.6). */
const own = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** The characters that HTML gives a name, as numeric references; undefined for a name that it does not know. */
const referencesFor = (name: string): string | undefined => {
  const decoded = textInside(parseMarkup(`&${name};`))
  if (decoded === '' || decoded.endsWith(';')) return undefined
  return Array.from(decoded, (character) => `&#${character.codePointAt(0)};`).join('')
}

const reference = /&([A-Za-z][A-Za-z0-9]{1,31});/g

/**
 * Gives names that HTML defines and XML does not (`&nbsp;`, `&eacute;`) their characters, because real feeds have them.
 * Names that a document type declares are not looked at; what is unknown stays as it stands, and so does CDATA.
 */
export const resolveNamedReferences = (xml: string): string => {
  const known = new Map<string, string | undefined>()
  const resolve = (text: string): string =>
    text.replace(reference, (whole, name: string) => {
      if (own.has(name)) return whole
      if (!known.has(name)) known.set(name, referencesFor(name))
      return known.get(name) ?? whole
    })
  if (!xml.includes('<![CDATA[')) return resolve(xml)
  const parts: string[] = []
  for (let at = 0; at < xml.length;) {
    const start = xml.indexOf('<![CDATA[', at)
    const end = start < 0 ? xml.length : start
    parts.push(resolve(xml.slice(at, end)))
    if (start < 0) break
    const close = xml.indexOf(']]>', start)
    at = close < 0 ? xml.length : close + 3
    parts.push(xml.slice(start, at))
  }
  return parts.join('')
}
