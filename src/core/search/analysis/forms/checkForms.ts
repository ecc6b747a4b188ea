import { describe, expect, test } from 'vitest'
import { createAnalyser, type Analyser } from '../analyser'
import { isUnspaced } from '../scripts'
import { phraseTokens, type Token } from '../tokenise'

/** Pairs of a language, as `one/other, one/other`. */
export interface Forms {
  /** Each finds the other; of a script without spaces, the first is found within the second. */
  readonly together: string
  readonly apart: string
}

const pairsOf = (text: string): readonly (readonly [string, string])[] =>
  text
    .split(',')
    .map((pair) => pair.trim().split('/'))
    .map(([one = '', other = '']) => [one, other] as const)

const wordsOf = (tokens: readonly Token[]): string => ` ${tokens.map(({ word }) => word).join(' ')} `

/** Whether a query finds a text of this language, by the engine's rules for words: each that is no stop word, by itself or its stem. */
const finds = (analyser: Analyser, query: string, text: string, language: string): boolean => {
  const tokens = analyser.tokenise(text)
  const asked = analyser.tokenise(query)
  if (asked.some(({ word }) => isUnspaced(word)))
    return wordsOf(phraseTokens(tokens)).includes(wordsOf(phraseTokens(asked)))
  const stemOf = (word: string): string => {
    const own = analyser.languageOf(word, language)
    return own ? analyser.stem(word, own) : word
  }
  const held = new Set(tokens.flatMap(({ word }) => [word, stemOf(word)]))
  const needed = asked.filter(({ word }) => !analyser.isStopWord(word, language))
  return (needed.length > 0 ? needed : asked).every(({ word }) => held.has(word) || held.has(stemOf(word)))
}

/** Tests a language's table of forms, in both directions where words stand between spaces, composed and decomposed. */
export const checkForms = (language: string, { together, apart }: Forms): void => {
  const analyser = createAnalyser()
  const either = (one: string, other: string): readonly boolean[] => {
    const forms = [
      finds(analyser, one, other, language),
      finds(analyser, one.normalize('NFD'), other, language),
    ]
    return isUnspaced(one) ? forms : [...forms, finds(analyser, other, one, language)]
  }

  describe(`forms of ${language}`, () => {
    test('what is one word is found by each of its forms', () => {
      const lost = pairsOf(together).filter(([one, other]) => either(one, other).includes(false))
      expect(lost.map((pair) => pair.join('/'))).toEqual([])
      expect(pairsOf(together).length).toBeGreaterThanOrEqual(12)
    })

    test('what is another word is not found', () => {
      const mistaken = pairsOf(apart).filter(([one, other]) => either(one, other).includes(true))
      expect(mistaken.map((pair) => pair.join('/'))).toEqual([])
      expect(pairsOf(apart).length).toBeGreaterThanOrEqual(8)
    })
  })
}
