import { isTag, isText, type ChildNode, type Element } from 'domhandler'

/** The name without its prefix, as `w:p` is `p`; in HTML the name. */
export const localName = (element: Element): string => element.name.slice(element.name.indexOf(':') + 1)

export const childElements = (parent: { readonly children: readonly ChildNode[] }): Element[] =>
  parent.children.filter(isTag)

/** The elements of that local name at any depth, in the order of the text; without recursion. */
export const elementsNamed = (
  parent: { readonly children: readonly ChildNode[] },
  name: string,
): Element[] => {
  const found: Element[] = []
  const waiting = [...parent.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue
    if (localName(node) === name) found.push(node)
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  return found
}

/** The first child of that local name. */
export const childNamed = (
  parent: { readonly children: readonly ChildNode[] },
  name: string,
): Element | undefined => childElements(parent).find((child) => localName(child) === name)

/** All text inside, as it stands; without recursion. */
export const textInside = (parent: { readonly children: readonly ChildNode[] }): string => {
  const texts: string[] = []
  const waiting = [...parent.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) texts.push(node.data)
    else if ('children' in node)
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        const child = node.children[at]
        if (child) waiting.push(child)
      }
  }
  return texts.join('')
}
