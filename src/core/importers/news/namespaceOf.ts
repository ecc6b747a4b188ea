import { isTag, type Element } from 'domhandler'

const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))

/**
 * The namespace of an element by the declarations on it and around it (Namespaces in XML 1.0); undefined where its prefix,
 * or a default, is not declared. Depth is bounded by `parseMarkup`.
 */
export const namespaceOf = (element: Element): string | undefined => {
  const prefix = prefixOf(element.name)
  const attribute = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  for (let at: Element | null = element; at; at = at.parent && isTag(at.parent) ? at.parent : null) {
    const uri = at.attribs[attribute]
    if (uri !== undefined) return uri.trim() || undefined
  }
  return undefined
}
