import type { Document } from 'domhandler'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft } from '../articleDraft'
import { articleOf, headlineOf } from '../documents/documentArticle'
import { createDocumentFields } from '../documents/documentFields'
import { childElements, textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'
import { readBlocks } from '../markup/readBlocks'
import { cleanText } from '../text/cleanText'
import { readFrontMatter, takeFrontMatter } from './frontMatter'
import { renderMarkdown } from './renderMarkdown'

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** A picture that is named relative to the text stands beside it. */
const pictureBeside = (address: string): string | undefined => {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address)) return undefined
  const [path = ''] = address.split(/[?#]/)
  try {
    return decodeURIComponent(path).slice(0, 4000) || undefined
  } catch {
    return path.slice(0, 4000) || undefined
  }
}

/** The first heading of the text, and the text without it where it begins with it. */
const partHeading = (
  tree: Document,
): { readonly heading: string | undefined; readonly rest: (headline: string) => Document['children'] } => {
  const elements = childElements(tree)
  const found = elements.find((element) => /^h[1-6]$/.test(element.name))
  const heading = found && cleanText(textInside(found).replace(/\s+/g, ' '))
  return {
    heading: heading || undefined,
    rest: (headline) =>
      found && found === elements[0] && folded(heading ?? '') === folded(headline)
        ? tree.children.filter((node) => node !== found)
        : tree.children,
  }
}

/** Reads a Markdown text as one article. */
export const readMarkdown = (text: string, fileName: string): ParsedArticle => {
  const matter = readFrontMatter(text)
  const fields = createDocumentFields()
  takeFrontMatter(matter, fields)
  const { heading, rest } = partHeading(parseMarkup(renderMarkdown(matter.rest)))
  const draft = createArticleDraft()
  const headline = headlineOf(fields, heading, draft, fileName)
  readBlocks(rest(headline), draft, { lines: true, pictureOf: pictureBeside })
  return articleOf(fields, headline, draft)
}
