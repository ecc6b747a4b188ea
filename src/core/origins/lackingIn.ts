import type { Row } from '#shared/contract/library'
import type { SameOrigin, SupportListName } from '#shared/contract/support'
import type { Passage, Version } from '#shared/model/article'
import type { Claim } from '#shared/model/claim'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import type { Knowledge } from './createKnowledge'
import { originsBehind } from './originsBehind'
import { passageSupport, statedByPassage, type PassageStated } from './passageSupport'

/** A passage, or a photo as a whole, that lacks something; without its text, which is read for the page that is shown. */
export interface Lacking {
  readonly row: Row
  /** Which of the article's paragraphs, from 0. */
  readonly paragraph?: number
  readonly sources?: readonly string[]
  readonly why?: readonly SameOrigin[]
}

export type PassageList = Exclude<SupportListName, 'uncredited'>

/** The paragraphs of a version, in the order of the text: as the letters of a row's `support` count them. */
export const paragraphsOf = ({ passages }: Version): Passage[] =>
  passages.filter(({ passageKind }) => passageKind === 'paragraph').sort((a, b) => a.ordinal - b.ordinal)

/** What a list says of an article on which nobody claims anything; undefined where it has to be read. */
export const lackingByRow = (list: PassageList, row: Row): Lacking[] | undefined => {
  const letters = [...(row.support ?? '')]
  if (list === 'single-source') return letters.some((letter) => letter !== 'n') ? undefined : []
  return letters.flatMap((letter, paragraph) => (letter === 'n' ? [{ row, paragraph }] : []))
}

/** Whether it can be in the list at all: who is behind it is asked for no other. */
const mayLack = (list: PassageList, { support, stated }: PassageStated): boolean =>
  list === 'unsourced'
    ? support.basis === 'none'
    : stated.citations.length > 0 || stated.supporting.length > 0

/** The paragraphs of an article's newest version that rest on nothing, or on one source. */
export const lackingIn = async (
  list: PassageList,
  row: Row,
  { article, claims }: { readonly article: ArticleRecord; readonly claims: readonly Claim[] },
  knowledge: Knowledge,
  pause: () => Promise<void>,
): Promise<Lacking[]> => {
  const version = currentVersion(article)
  const numbers = new Map(paragraphsOf(version).map(({ label }, at) => [label, at]))
  const found: Lacking[] = []
  for (const one of statedByPassage(version, article.citations, claims)) {
    const paragraph = numbers.get(one.passage.label)
    if (paragraph === undefined || !mayLack(list, one)) continue
    const groups = await originsBehind(one.stated, knowledge, pause)
    const { basis, independent, checkable } = passageSupport(one, groups)
    const isLacking = list === 'unsourced' ? independent === 0 && basis === 'none' : independent === 1
    if (checkable && isLacking)
      found.push({
        row,
        paragraph,
        why: groups.flatMap(({ why }) => why),
        sources: [...new Set(groups.flatMap(({ members }) => members.map(({ name }) => name)))],
      })
    await pause()
  }
  return found
}
