import type { ChildNode } from 'domhandler'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom/worker'
import { mostNodesOfPage } from './pageLimits'
import { parseMarkup } from '../markup/parseMarkup'

export interface ExtractedArticle {
  readonly nodes: readonly ChildNode[]
  /** The line of the page that names its author, as it stands. */
  readonly byline: string | undefined
}

const readable = (html: string): ReturnType<Readability['parse']> => {
  try {
    // Classes tell credits and footnotes.
    return new Readability(parseHTML(html).document, { keepClasses: true }).parse()
  } catch {
    // A page with which either cannot cope, such as one that outgrows the stack, is read from its body as it stands.
    return null
  }
}

/**
 * The article of a page by Readability, as plain nodes again; undefined where it finds none. linkedom gives it a document
 * in which nothing runs or loads. The caller bounds its time by `mostCost`.
 */
export const extractArticle = (html: string): ExtractedArticle | undefined => {
  const found = readable(html)
  if (!found?.content) return undefined
  const { children } = parseMarkup(found.content, { most: mostNodesOfPage })
  return { nodes: children, byline: found.byline ?? undefined }
}
