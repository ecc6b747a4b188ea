import { byScore, frequencyOf, type Alternative, type SpellingShard } from './spelling'
import type { Piece } from './typedPieces'

/** A part has at least so many letters: nearly every word can be cut into shorter ones. */
const shortestPart = 3
/** What a space that was left out costs: as much as a wrong letter, and a little more, since two known words are often no pair. */
const spaceCost = 1
const pairCost = 2
const costWeight = 6

/** The two words that one may have been written together from, likeliest first: both occur, the rarer one decides. */
export const splitWords = (shards: readonly SpellingShard[], word: string): readonly Alternative[] => {
  const splits: Alternative[] = []
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const parts = [word.slice(0, at), word.slice(at)] as const
    const first = frequencyOf(shards, parts[0])
    const count = first === 0 ? 0 : Math.min(first, frequencyOf(shards, parts[1]))
    if (count === 0) continue
    const score = Math.log(count) - costWeight * spaceCost - pairCost
    splits.push({ word: parts.join(' '), count, cost: spaceCost, score })
  }
  return splits.sort(byScore)
}

/** Two words of a query that stand as one in the archive. */
export interface JoinedPiece {
  readonly piece: Piece
  readonly word: string
}

/** Neighbours with nothing but a space between them that are one word of the archive. */
export const joinedPieces = (
  text: string,
  pieces: readonly Piece[],
  shards: readonly SpellingShard[],
): readonly JoinedPiece[] =>
  pieces.slice(1).flatMap((second, at) => {
    const first = pieces[at] as Piece
    const isApart = /^\s+$/u.test(text.slice(first.end, second.start))
    if (!isApart || first.among || second.among || first.field !== second.field) return []
    const word = first.word + second.word
    return frequencyOf(shards, word) > 0 ? [{ word, piece: { ...second, start: first.start, word } }] : []
  })
