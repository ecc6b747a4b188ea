import type { ArticleDraft } from '../articleDraft'
import { languageOf, type LanguageOf } from '../languageOf'

/** The language that the document states, held against its words; else that of its words. */
export const languageFields = (
  draft: ArticleDraft,
  headline: string,
  stated: string | undefined,
): Pick<LanguageOf['detected'], 'languageDetected'> & LanguageOf['field'] => {
  // The name of a file or a title alone tells nothing.
  if (draft.lastLabel() === undefined) return stated === undefined ? {} : { language: stated }
  if (stated === undefined) {
    const { field, detected } = languageOf(draft, headline)
    return { ...field, ...detected }
  }
  // Word processors write the language of the program: the words themselves are asked too.
  const { field } = languageOf({ ...draft, doubt: () => undefined }, headline)
  if (field.language !== undefined && field.language.split('-')[0] !== stated.toLowerCase().split('-')[0])
    draft.doubt('language', `It says that it is in "${stated}"; its words look like "${field.language}".`)
  return { language: stated }
}
