import { headingKey } from './readOutline'
import { nameAsTitle } from './isRealTitle'
import { cleanText } from '../text/cleanText'
import type { WordedPart } from './wordParts'
import type { BodyType } from './bodyType'
import { headingSize } from './layoutPages'

export interface ChosenHeadline {
  readonly headline: string
  /** The part that is the headline itself, and no passage. */
  readonly part?: WordedPart
  readonly doubt?: string
}

/** Share of page 1 from its top in which a headline is looked for. */
const top = 0.6
const longest = 300

const largestAtTop = (parts: readonly WordedPart[], body: BodyType): WordedPart | undefined => {
  let largest: WordedPart | undefined
  for (const part of parts) {
    if (part.page !== 1) break
    const fits = part.height <= top && part.text.length <= longest && /\p{L}{2}/u.test(part.text)
    if (fits && part.size >= headingSize * body.size && part.size > (largest?.size ?? 0) * 1.02)
      largest = part
  }
  return largest
}

/** The title that the document states; else the largest text at the top of page 1; else the name of its file. */
export const chooseHeadline = (
  title: string | undefined,
  parts: readonly WordedPart[],
  body: BodyType,
  name: string,
): ChosenHeadline => {
  if (title !== undefined) {
    const key = headingKey(title)
    const part = parts.slice(0, 20).find((one) => one.page === 1 && headingKey(one.text) === key)
    return { headline: title, ...(part ? { part } : {}) }
  }
  const part = largestAtTop(parts, body)
  const headline = part && cleanText(part.text)
  if (part && headline)
    return {
      headline,
      part,
      doubt: 'It states no title; the largest text at the top of page 1 was taken for the headline.',
    }
  return {
    headline: cleanText(nameAsTitle(name)) || 'PDF',
    doubt:
      'It states no title, and none stands out on page 1; the name of the file was taken for the headline.',
  }
}
