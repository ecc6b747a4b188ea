import type { ProposedClaim } from '#shared/contract/claims'
import type { PassageKind, Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { targetAt } from '../../quotes/createSelector'
import { readVersionText } from '../../quotes/versionText'
import { sentencesOf } from './sentences'
import { claimTypeOf, createSigns, type ReadSigns } from './signsOf'

/** Kinds of passages that state something. */
const stating: ReadonlySet<PassageKind> = new Set(['summary', 'paragraph', 'quote', 'listItem', 'caption'])

/** Proposals of one article: nobody reads more, and a minutes book of thousands of pages has no end of them. */
const most = 500

/** Letters and digits that a sentence has at least. */
const least = 8

const isLong = (sentence: string): boolean => (sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= least

/** Whether a claim was made of these words: the same text, or a selection that holds most of them. */
const isMadeOf = (claim: Claim, words: string): boolean => {
  const exact = claim.target?.selector?.exact ?? claim.text
  const [short, long] = exact.length < words.length ? [exact, words] : [words, exact]
  return claim.text === words || (long.includes(short) && short.length * 2 > words.length)
}

/** One for each language that passages are in. */
const createReader = (article: ArticleRecord): ((language: string | undefined) => ReadSigns) => {
  const known = [...(article.persons ?? []), ...(article.places ?? [])]
  const readers = new Map<string | undefined, ReadSigns>()
  return (language) => {
    const held = readers.get(language) ?? createSigns(language, known)
    readers.set(language, held)
    return held
  }
}

const passagesOf = (version: Version) => new Map(version.passages.map((passage) => [passage.label, passage]))

/**
 * Sentences of an article's newest version with numbers, dates, names, quotations or superlatives, in the order of the
 * text, without those that are claims already; the first 500.
 */
export const proposeFor = (article: ArticleRecord, made: readonly Claim[]): ProposedClaim[] => {
  const version = currentVersion(article)
  const text = readVersionText(version)
  const passages = passagesOf(version)
  const readerOf = createReader(article)
  const proposals: ProposedClaim[] = []
  for (const line of text.lines) {
    const passage = passages.get(line.label)
    if (!passage || !stating.has(passage.passageKind)) continue
    const language = passage.language ?? article.language
    for (const sentence of sentencesOf(line.text, language)) {
      const signs = isLong(sentence.text) ? readerOf(language)(sentence.text) : []
      if (signs.length === 0 || made.some((claim) => isMadeOf(claim, sentence.text))) continue
      const start = text.startOf(line)
      const target = targetAt(version, text, start + sentence.start, start + sentence.end)
      proposals.push({ target, text: sentence.text, claimType: claimTypeOf(signs), signs })
      if (proposals.length >= most) return proposals
    }
  }
  return proposals
}
