import { isTag, isText, type ChildNode, type Element } from 'domhandler'

/** Nodes that are looked at: what is longer is no title, name or date. */
const mostNodes = 200

const walk = (element: Element, see: (node: ChildNode) => boolean): boolean => {
  const waiting = [...element.children.slice(0, mostNodes)].reverse()
  let seen = 0
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    seen += 1
    if (seen > mostNodes) return false
    if (see(node)) return true
    if (isTag(node)) waiting.push(...node.children.slice(0, mostNodes).reverse())
  }
  return true
}

/** All text inside an element; undefined where it holds more than a title, a name or a date would. Its time is bounded. */
export const shortText = (element: Element): string | undefined => {
  const texts: string[] = []
  const whole = walk(element, (node) => {
    if (isText(node)) texts.push(node.data.slice(0, 2000))
    else if (isTag(node) && /^(?:br|p|div|li|td)$/.test(node.name)) texts.push(' ')
    return false
  })
  return whole ? texts.join('') : undefined
}

/** The first element inside that fits, if it is not far. */
export const elementNear = (element: Element, fits: (inner: Element) => boolean): Element | undefined => {
  let found: Element | undefined
  walk(element, (node) => {
    if (!isTag(node) || !fits(node)) return false
    found = node
    return true
  })
  return found
}
