import { wordsOf } from '../news/readStatedText'
import type { StatedItem, StatedText } from '../news/statedItem'

/** Marks with which programs end an excerpt that they cut themselves. */
const excerptEnd = /\s*(?:\[?(?:…|\.\.\.)\]?)\s*$/u

/** Sentence with which WordPress ends what it makes of a post. */
const appeared = /\s*The post .{1,300} appeared first on .{1,200}\.?$/u

/** Characters at the end of a text in which that sentence is looked for. */
const endLength = 600

const withoutAppeared = (text: string): string => {
  const end = Math.max(0, text.length - endLength)
  return text.slice(0, end) + text.slice(end).replace(appeared, '')
}

const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('')

/** Whether a description says nothing but what the text begins with: then it is no summary. */
const isExcerpt = (description: string, body: string): boolean => {
  const bare = withoutAppeared(description)
  const cut = bare.replace(excerptEnd, '')
  if (cut === bare) return letters(bare) === letters(withoutAppeared(body))
  return letters(body).startsWith(letters(cut))
}

/** The fuller text is the body; the other one, where it says something of its own, the summary. */
export const bodyAndSummary = (
  content: readonly StatedText[],
  description: StatedText | undefined,
): Pick<StatedItem, 'bodies' | 'summaries'> => {
  // What is not compared with anything need not be read twice.
  if (description === undefined || content.length === 0)
    return { bodies: description === undefined ? content : [description], summaries: [] }
  const body = content.map((text) => wordsOf(text) ?? '').sort((a, b) => b.length - a.length)[0] ?? ''
  const words = wordsOf(description)
  if (words === undefined) return { bodies: content, summaries: [] }
  if (body === '') return { bodies: [description], summaries: [] }
  // Some feeds keep the whole text in the description and its beginning in the content.
  if (words.length > body.length * 2 && letters(words).startsWith(letters(body.replace(excerptEnd, ''))))
    return { bodies: [description], summaries: [] }
  return { bodies: content, summaries: isExcerpt(words, body) ? [] : [description] }
}
