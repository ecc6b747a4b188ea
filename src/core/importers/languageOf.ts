import type { ParsedArticle } from '#shared/model/parsed'
import type { ArticleDraft } from './articleDraft'
import { detectLanguage } from './text/detectLanguage'

/** Passages, and characters of each, that the language is told by. */
const passages = 40
const characters = 1000

/** What goes into `fields`, and what goes beside it. Where it is not sure the field stays away and a doubt is added. */
export interface LanguageOf {
  readonly field: Pick<ParsedArticle['fields'], 'language'>
  readonly detected: Pick<ParsedArticle, 'languageDetected'>
}

/** The language of a draft by its own words, for an article that states none. */
export const languageOf = (draft: ArticleDraft, headline: string): LanguageOf => {
  const words = draft
    .parts()
    .passages.slice(0, passages)
    .map((passage) => passage.text.slice(0, characters))
  const found = detectLanguage([headline, ...words].join('\n'))
  if (!found) return { field: {}, detected: {} }
  const { language, confidence, sure } = found
  if (!sure) draft.doubt('language', `The language may be "${language}"; there is too little to be sure.`)
  return {
    field: sure ? { language } : {},
    detected: { languageDetected: { language, confidence } },
  }
}
