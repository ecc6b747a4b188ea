import { inCaseOf } from '../inCaseOf'
import { lexQuery } from '../lexer'
import { readQuery } from '../readQuery'
import type { Alternative } from './spelling'
import { joinedPieces } from './spaces'
import { typedPieces, type Piece } from './typedPieces'
import { createWordAlternatives, type SuggestionShard, type WordAnalyser } from './wordAlternatives'

/** A piece with what may have been meant by it: at least one word. */
interface Choice {
  readonly piece: Piece
  readonly alternatives: readonly Alternative[]
}

/** Pieces that are looked at in one query; each costs milliseconds where the archive has hundreds of thousands of words. */
const mostPieces = 12

/** Not as an operator, though the word may be written in capitals. */
const asWord = (typed: string, word: string): string => {
  const cased = inCaseOf(typed, word)
  return lexQuery(cased)[0]?.type === 'operator' ? cased.toLowerCase() : cased
}

/** An alternative is left out where it is hundreds of times less likely than the best one. */
const likelyEnough = 6

const likely = (alternatives: readonly Alternative[], most: number): readonly Alternative[] =>
  alternatives.filter(({ score }) => score > (alternatives[0]?.score ?? 0) - likelyEnough).slice(0, most)

/** The text with a word put in for each piece: the likeliest, but for one piece that of this number. Pieces stand apart. */
const replaced = (text: string, choices: readonly Choice[], other?: Choice, number = 0): string => {
  let result = ''
  let at = 0
  for (const choice of choices) {
    const { start, end } = choice.piece
    const word = choice.alternatives[choice === other ? number : 0]?.word ?? text.slice(start, end)
    result += text.slice(at, start) + asWord(text.slice(start, end), word)
    at = end
  }
  return result + text.slice(at)
}

const joinedIn = (text: string, { start, end }: Piece, word: string): string =>
  text.slice(0, start) + asWord(text.slice(start, end), word) + text.slice(end)

/**
 * Answers with whole queries of the archive's own words that may have been meant, likeliest first: all misspelt words set
 * right, then one of them otherwise, then two words as one. Operators, fields and quotation marks stay. Empty where each word is known and no two are
 * one word elsewhere. `checkpoint` as in `Scratch`.
 * One for an engine, since it keeps tables of the shards' words.
 */
export const createQuerySuggester = (analyser: WordAnalyser, checkpoint: () => void = () => undefined) => {
  const alternativesOf = createWordAlternatives(analyser, checkpoint)

  const choicesOf = (
    pieces: readonly Piece[],
    shards: readonly SuggestionShard[],
    most: number,
  ): readonly Choice[] =>
    pieces
      .map((piece): Choice => ({ piece, alternatives: likely(alternativesOf(shards, piece), most) }))
      .filter(({ alternatives }) => alternatives.length > 0)

  return (text: string, shards: readonly SuggestionShard[], most = 3): readonly string[] => {
    const pieces = typedPieces(text, readQuery(text), analyser.tokenise).slice(0, mostPieces)
    const joined = joinedPieces(text, pieces, shards).map(({ piece, word }) => joinedIn(text, piece, word))
    const choices = choicesOf(pieces, shards, most)
    if (choices.length === 0) return joined.slice(0, most)
    const others = choices.flatMap((choice) =>
      choice.alternatives.slice(1).map(({ score }, at) => ({
        choice,
        number: at + 1,
        loss: (choice.alternatives[0] as Alternative).score - score,
      })),
    )
    others.sort((a, b) => a.loss - b.loss)
    const queries = [
      replaced(text, choices),
      ...others.map(({ choice, number }) => replaced(text, choices, choice, number)),
      ...joined,
    ]
    return [...new Set(queries)].filter((query) => query !== text).slice(0, most)
  }
}
