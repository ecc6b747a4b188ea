import type { Analyser } from '#core/search/analysis/analyser'
import { wellFormed } from './wellFormed'

/** Headlines that agree in so many UTF-16 units are sorted as equals. */
const length = 40

/** What a headline is sorted by: its folded words, without quotes and other marks before and between them. */
export const sortTitleOf = (analyser: Pick<Analyser, 'tokenise'>, title: string): string => {
  const words = analyser.tokenise(title.slice(0, 2 * length)).map(({ word }) => word)
  return wellFormed(words.join(' ').slice(0, length))
}
