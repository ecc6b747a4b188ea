import type { Analyser } from '#core/search/analysis/analyser'
import type { Token } from '#core/search/analysis/tokenise'
import type { SearchDocument } from '#core/search/types'

export interface AnalysedText {
  readonly field: string
  readonly tokens: readonly Token[]
  /** BCP 47: as stated for the text, else as its words tell beside the language of the document. */
  readonly language: string | undefined
}

/** Fewer words are in the language of what they stand in: a headline of three can look like any. */
const fewestWords = 8

/** The words of a document's texts, each text with its language; that of the whole is told by all its words where none is stated. */
export const analyseTexts = (
  analyser: Pick<Analyser, 'tokenise' | 'languageOfText'>,
  { texts, language }: Pick<SearchDocument, 'texts' | 'language'>,
): readonly AnalysedText[] => {
  const tokens = texts.map(({ text }) => analyser.tokenise(text))
  const tell = (words: readonly Token[], around: string | undefined): string | undefined =>
    words.length < fewestWords ? around : (analyser.languageOfText(words, around) ?? around)
  const around = language ?? tell(tokens.flat(), undefined)
  return texts.map((text, at): AnalysedText => {
    const own = tokens[at] ?? []
    return {
      field: text.field,
      tokens: own,
      language: text.language ?? tell(own, around),
    }
  })
}
