import type { Element } from 'domhandler'

/** An attribute by its local name: office formats give theirs a prefix that is the same in all but name. */
export const elementAttribute = (element: Element | undefined, name: string): string | undefined => {
  if (!element) return undefined
  const { attribs } = element
  if (attribs[name] !== undefined) return attribs[name]
  for (const [key, value] of Object.entries(attribs)) if (key.endsWith(`:${name}`)) return value
  return undefined
}
