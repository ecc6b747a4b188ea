import type { Document, Element } from 'domhandler'
import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft } from '../articleDraft'
import { articleOf, headlineOf } from '../documents/documentArticle'
import { createDocumentFields } from '../documents/documentFields'
import { childElements, textInside } from '../markup/elements'
import { parseMarkup } from '../markup/parseMarkup'
import { pictureBeside } from '../markup/pictureBeside'
import { readBlocks } from '../markup/readBlocks'
import { cleanText } from '../text/cleanText'
import { readFrontMatter, takeFrontMatter } from './frontMatter'
import { renderMarkdown } from './renderMarkdown'

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const isHeading = (element: Element): boolean => /^h[1-6]$/.test(element.name)

const wordsOf = (element: Element): string => cleanText(textInside(element).replace(/\s+/g, ' '))

/** A piece without the heading that it begins with, where that is the headline. */
const withoutHeadline = (piece: Document, headline: string): Document['children'] => {
  const [first] = childElements(piece)
  const repeats = first && isHeading(first) && folded(wordsOf(first)) === folded(headline)
  return repeats ? piece.children.filter((node) => node !== first) : piece.children
}

/** Reads a Markdown text as one article. */
export const readMarkdown = (text: string, fileName: string): ParsedArticle => {
  const matter = readFrontMatter(text)
  const fields = createDocumentFields()
  takeFrontMatter(matter, fields)
  const draft = createArticleDraft()
  let headline: string | undefined
  for (const html of renderMarkdown(matter.rest)) {
    const piece = parseMarkup(html)
    const isFirst = headline === undefined
    const heading = isFirst ? childElements(piece).find(isHeading) : undefined
    headline ??= headlineOf(fields, heading && (wordsOf(heading) || undefined), draft, fileName)
    readBlocks(isFirst ? withoutHeadline(piece, headline) : piece.children, draft, {
      lines: true,
      pictureOf: pictureBeside,
    })
  }
  return articleOf(fields, headline ?? '', draft)
}
