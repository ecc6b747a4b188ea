import type { ParsedArticle } from '#shared/model/parsed'
import { createArticleDraft, type ArticleDraft } from '../articleDraft'
import { languageOf } from '../languageOf'
import { addPictures } from './addPictures'
import { fullestText } from './fullestText'
import { readStatedFields } from './readStatedFields'
import { readStatedText, readSummary } from './readStatedText'
import type { StatedItem } from './statedItem'

/** Characters of a headline that is made of the first words of the text. */
const longestHeadline = 120

const firstWords = (text: string): string => {
  if (text.length <= longestHeadline) return text
  const cut = text.slice(0, longestHeadline)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestHeadline / 2)).replace(/[\ud800-\udbff]$/, '')}…`
}

/** A text without a headline is still found by something. */
const headlineFor = (item: StatedItem, draft: ArticleDraft): string => {
  const [passage] = draft.parts().passages
  if (passage) {
    draft.doubt('headline', 'It states no headline; these are the first words of the text.')
    return firstWords(passage.text)
  }
  draft.doubt('headline', 'It states no headline.')
  return firstWords(item.values.url?.[0] ?? item.values.uri?.[0] ?? 'Untitled').trim() || 'Untitled'
}

const readTexts = (item: StatedItem, headline: string | undefined, draft: ArticleDraft): void => {
  const options = { base: item.base, headline }
  for (const summary of item.summaries) readSummary(summary, draft, options)
  const before = draft.lastLabel()
  const body = fullestText(item.bodies, options)
  if (body) readStatedText(body, draft, options)
  for (const ending of item.endings ?? []) readStatedText(ending, draft, options)
  if (draft.lastLabel() === before)
    draft.doubt('passages', 'It holds no text of its own; only what is said of it here.')
}

/** Makes an article of what a news format says of it. Nothing is invented: what is not said stays absent. */
export const statedItemToArticle = (item: StatedItem): ParsedArticle => {
  const draft = createArticleDraft()
  const stated = readStatedFields(item)
  for (const { field, message } of stated.doubts) draft.doubt(field, message)
  readTexts(item, stated.headline, draft)
  const headline = stated.headline ?? headlineFor(item, draft)
  const language = stated.fields.language === undefined ? languageOf(draft, headline) : undefined
  const { passages, sourceLines, slots, furniture, doubts } = draft.parts()
  return {
    kind: 'article',
    fields: { ...stated.fields, ...language?.field, headline, articleType: 'news' },
    ...language?.detected,
    passages,
    sourceLines,
    slots: addPictures(slots, item.pictures),
    furniture,
    doubts,
    ...(stated.origins ? { origins: stated.origins } : {}),
  }
}
