import { isTag, type ChildNode } from 'domhandler'
import { shortText } from './shortText'

/** Characters between which a description can be a standfirst. */
const shortest = 20
const longest = 600

export const foldedText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether an element of the page shows these words and nothing else. */
const isShown = (nodes: readonly ChildNode[], folded: string): boolean => {
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue
    if (/^(?:p|h2|h3|h4|div|strong|em)$/.test(node.name) && foldedText(shortText(node) ?? '') === folded)
      return true
    if (!/^(?:script|style|head|nav|footer|aside)$/.test(node.name))
      for (const child of node.children) waiting.push(child)
  }
  return false
}

/**
 * The description that stands on the page as a line of its own: a standfirst. One that is only in the page's data was made
 * for search engines and lists.
 */
export const findStandfirst = (
  nodes: readonly ChildNode[],
  descriptions: readonly string[],
): string | undefined =>
  [...new Set(descriptions)]
    .filter((text) => text.length >= shortest && text.length <= longest)
    .slice(0, 5)
    .find((text) => isShown(nodes, foldedText(text)))
