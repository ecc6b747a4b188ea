import type { Analyser } from '#core/search/analysis/analyser'
import type { Token } from '#core/search/analysis/tokenise'
import type { SearchDocument } from '#core/search/types'

export interface AnalysedText {
  readonly field: string
  readonly tokens: readonly Token[]
  /** BCP 47: as stated for the text, else as its words tell beside the language of the document. */
  readonly language: string | undefined
}

/** The words of a document's texts, each text with its language; that of the whole is told by all its words where none is stated. */
export const analyseTexts = (
  analyser: Pick<Analyser, 'tokenise' | 'languageOfText'>,
  { texts, language }: Pick<SearchDocument, 'texts' | 'language'>,
): readonly AnalysedText[] => {
  const tokens = texts.map(({ text }) => analyser.tokenise(text))
  const around = language ?? analyser.languageOfText(tokens.flat(), undefined)
  return texts.map((text, at): AnalysedText => {
    const own = tokens[at] ?? []
    return {
      field: text.field,
      tokens: own,
      language: text.language ?? analyser.languageOfText(own, around) ?? around,
    }
  })
}
