import { isTag, isText, type ChildNode, type Element } from 'domhandler'
import { cleanText } from '../text/cleanText'
import { localName } from './elements'

/** What holds no words of a caption. */
const unspoken = new Set('script style noscript template button svg picture video audio iframe'.split(' '))

/** What begins and ends a line. */
const parting =
  /^(?:br|div|p|ul|ol|li|h[1-6]|section|header|footer|figcaption|small|blockquote|table|tr|dd|dt|dl)$/

/** Words of an element, a line for each of its blocks. `except` is left out. Depth is bounded by `parseMarkup`. */
export const captionLines = (element: Element, except?: Element): readonly string[] => {
  const parts: string[] = []
  const visit = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) parts.push(node.data.replace(/\s+/g, ' '))
      else if (!isTag(node)) {
        if ('children' in node) visit(node.children)
      } else if (node !== except && !unspoken.has(localName(node))) {
        const isBlock = parting.test(localName(node))
        if (isBlock) parts.push('\n')
        visit(node.children)
        if (isBlock) parts.push('\n')
      }
    }
  }
  visit(element.children)
  return parts
    .join('')
    .split('\n')
    .flatMap((line) => cleanText(line.replace(/\s+/g, ' ')) || [])
}
