import { parseMarkup } from '../markup/parseMarkup'
import { textInside } from '../markup/elements'
import { cleanText } from '../text/cleanText'

/** Values that were escaped twice: `Fish &amp;amp; chips`, `It&#8217;s` in JSON. */
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/** Where `<` is not escaped it is a sign of its own: it is kept. */
const withoutEntities = (text: string): string =>
  entity.test(text) ? textInside(parseMarkup(text.replaceAll('<', '&lt;'))) : text

/** A value of a page's data as one clean line; empty where there is nothing in it. */
export const factText = (value: string): string =>
  cleanText(withoutEntities(value.slice(0, 4000)).replace(/\s+/g, ' '))
