import { typographicRule, type TypographicRule } from '#shared/contract/quotes'
import type { AppliedFolding, FoldedText } from './foldTypography'
import type { MatchedWords, PartsMatch } from './matchParts'

const keyOf = ({ rule, found, at }: AppliedFolding): string => `${at} ${rule} ${found}`

/** Foldings that stand on one side alone, or otherwise than on the other, in the words that were matched. */
const foldedOnOneSide = (words: MatchedWords, text: FoldedText): TypographicRule[] => {
  const inText = text.folded
    .filter(({ at, found }) => at >= words.start && at < words.end && found !== '')
    .map((folding) => ({ ...folding, at: folding.at - words.start }))
  const inQuotation = words.folded.folded.filter(({ at }) => at < words.end - words.start)
  const [ours, theirs] = [new Set(inQuotation.map(keyOf)), new Set(inText.map(keyOf))]
  return [
    ...inQuotation.filter((folding) => !theirs.has(keyOf(folding))),
    ...inText.filter((folding) => !ours.has(keyOf(folding))),
  ].map(({ rule }) => rule)
}

/** Which differences there are between a quotation and the text in which it was found, in the order of the table. */
export const rulesBetween = ({ words, marked }: PartsMatch, text: FoldedText): TypographicRule[] => {
  const found = new Set<TypographicRule>(words.flatMap((matched) => foldedOnOneSide(matched, text)))
  if (words.some(({ otherCase, caseMarked }) => otherCase || caseMarked)) found.add('first-letter')
  for (const { as } of marked) found.add(as)
  return typographicRule.options.filter((rule) => found.has(rule))
}
