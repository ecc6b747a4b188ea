import type { Document, Element } from 'domhandler'
import { partPath } from '../documents/partPath'
import { childNamed, elementsNamed, textInside } from '../markup/elements'
import { cleanText } from '../text/cleanText'

const oneLine = (element: Element | undefined): string =>
  element ? cleanText(textInside(element).replace(/\s+/g, ' ')) : ''

/** Adds the titles that a table of contents gives to files (EPUB 3.3, 7; NCX 2005): the first for each. */
export const addChapterTitles = (tree: Document, path: string, titles: Map<string, string>): void => {
  const add = (target: string | undefined, title: string): void => {
    const of = partPath(path, target ?? '')
    if (target && title !== '' && !titles.has(of)) titles.set(of, title)
  }
  for (const point of elementsNamed(tree, 'navPoint'))
    add(childNamed(point, 'content')?.attribs['src'], oneLine(childNamed(point, 'navLabel')))
  for (const link of elementsNamed(tree, 'nav')
    .slice(0, 1)
    .flatMap((nav) => elementsNamed(nav, 'a')))
    add(link.attribs['href'], oneLine(link))
}
