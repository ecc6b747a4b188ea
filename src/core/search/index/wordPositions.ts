import { phraseTokens, type Token } from '#core/search/analysis/tokenise'
import { textGap } from './shard'

/** Where each word of a field stands: the ordinal of a word over `phraseTokens`, with a gap between two texts. */
export interface WordPositions {
  readonly words: ReadonlyMap<string, readonly number[]>
  /** Takes the words of the field's next text in. */
  readonly add: (tokens: readonly Token[]) => void
}

export const createWordPositions = (): WordPositions => {
  const words = new Map<string, number[]>()
  let next = 0

  const put = (word: string, position: number): void => {
    const positions = words.get(word)
    if (!positions) words.set(word, [position])
    else if (positions.at(-1) !== position) positions.push(position)
  }

  return {
    words,
    add: (tokens) => {
      if (next > 0) next += textGap
      for (const token of tokens) {
        const parts = phraseTokens([token])
        if (token.parts) put(token.word, next)
        for (const { word } of parts) {
          put(word, next)
          next += 1
        }
      }
    },
  }
}
