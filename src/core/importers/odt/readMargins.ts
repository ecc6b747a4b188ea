import type { Element } from 'domhandler'
import { childElements, elementsNamed } from '../markup/elements'
import { gatherBlocks, type OdtContext } from './odtContext'

/** Adds the lines at the head or foot of pages (ODF 1.3 part 3, 16.10), each once; a page's number alone is none. */
export const readMargins = (masterStyles: Element, context: OdtContext, lines: Set<string>): void => {
  for (const name of ['header', 'footer'])
    for (const margin of elementsNamed(masterStyles, name))
      for (const block of gatherBlocks(childElements(margin), context))
        if (block.type === 'text' && /\p{L}/u.test(block.text)) lines.add(block.text)
}
