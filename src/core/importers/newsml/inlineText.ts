import { isTag, type Element } from 'domhandler'
import { elementsNamed, localName, textInside } from '../markup/elements'
import { holdsMarkup } from '../news/readStatedText'
import type { StatedItem, StatedText } from '../news/statedItem'
import { nitfBody } from './nitfBody'
import { nitfValues } from './nitfItem'

export interface InlineText {
  readonly text: StatedText
  /** What an NITF document inside says of itself. */
  readonly values: StatedItem['values']
}

/** The text that stands inside an element of NewsML: NITF, XHTML, or characters. */
export const inlineText = (element: Element): InlineText | undefined => {
  const [nitf] = elementsNamed(element, 'nitf')
  if (nitf) return { text: { form: 'nodes', nodes: nitfBody(nitf) }, values: nitfValues(nitf) }
  if (element.children.some(isTag)) {
    const fragments = ['body.content', 'body.end']
    const isNitf = element.children.some((child) => isTag(child) && fragments.includes(localName(child)))
    return { text: { form: 'nodes', nodes: isNitf ? nitfBody(element) : element.children }, values: {} }
  }
  const text = textInside(element)
  if (text.trim() === '') return undefined
  return { text: { form: holdsMarkup(text) ? 'html' : 'plain', text }, values: {} }
}
