import { createArticleDraft } from '../articleDraft'
import { readStatedText, type StatedTextOptions } from './readStatedText'
import type { StatedText } from './statedItem'

/** A rendition with at least this share of the longest one's words is as full. */
const asFull = 0.9

interface Measured {
  readonly text: StatedText
  readonly letters: number
  readonly pictures: number
}

const measure = (text: StatedText, options: StatedTextOptions): Measured => {
  const draft = createArticleDraft()
  readStatedText(text, draft, options)
  const { passages, slots } = draft.parts()
  const letters = passages.reduce((sum, passage) => sum + passage.text.length, 0)
  return { text, letters, pictures: slots.length }
}

const isMarkup = ({ text }: Measured): number => (text.form === 'plain' ? 0 : 1)

/**
 * Of several renditions of one text the one that says most: of those that are as full, one with markup, then the one with
 * most pictures in their places, then the first.
 */
export const fullestText = (
  texts: readonly StatedText[],
  options: StatedTextOptions,
): StatedText | undefined => {
  if (texts.length < 2) return texts[0]
  const measured = texts.map((text) => measure(text, options))
  const most = Math.max(...measured.map(({ letters }) => letters))
  const [best] = measured
    .filter(({ letters }) => letters >= most * asFull)
    .sort((a, b) => isMarkup(b) - isMarkup(a) || b.pictures - a.pictures)
  return best?.text
}
