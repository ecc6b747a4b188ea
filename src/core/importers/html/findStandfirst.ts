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

/** The first of some texts, by their folded words, that an element of the page shows and nothing else. */
const findShown = (nodes: readonly ChildNode[], texts: ReadonlyMap<string, string>): string | undefined => {
  const waiting = [...nodes]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isTag(node)) continue
    const words = /^(?:p|h2|h3|h4|div|strong|em)$/.test(node.name) ? shortText(node) : undefined
    const found = words && words.length <= longest * 2 ? texts.get(foldedText(words)) : undefined
    if (found !== undefined) return found
    if (!/^(?:script|style|head|nav|footer|aside)$/.test(node.name))
      for (const child of node.children) waiting.push(child)
  }
  return undefined
}

/**
 * The description that stands on the page as a line of its own: a standfirst. One that is only in the page's data was made
 * for search engines and lists.
 */
export const findStandfirst = (
  nodes: readonly ChildNode[],
  descriptions: readonly string[],
): string | undefined => {
  const fitting = descriptions.filter((text) => text.length >= shortest && text.length <= longest)
  return fitting.length === 0
    ? undefined
    : findShown(nodes, new Map(fitting.map((text) => [foldedText(text), text])))
}
