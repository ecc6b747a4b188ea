import type { QuoteComparison } from '#shared/contract/quotes'
import type { Version } from '#shared/model/article'
import type { PassageTarget } from '#shared/model/selector'
import { compareQuote } from './compareQuote'
import { targetAt } from './createSelector'
import { readVersionText, type VersionText } from './versionText'

/** A quotation against the units `[start, end)` of a version's text, what was found as a target of that version. */
export const compareWithin = (
  quotation: string,
  version: Version,
  text: VersionText,
  [start, end]: readonly [number, number],
): QuoteComparison => {
  const found = compareQuote(quotation, text.text.slice(start, end))
  if (found.outcome === 'not-found') return found
  const { start: from, end: to, ...rest } = found
  const target = targetAt(version, text, start + from, start + to)
  switch (rest.outcome) {
    case 'identical':
      return { ...rest, target }
    case 'typographic':
      return { ...rest, target, differences: [...rest.differences], marked: [...rest.marked] }
    case 'words-changed':
      return { ...rest, target, words: [...rest.words] }
  }
}

/** A quotation against the whole passages that a target lies in. */
export const compareWithTarget = (
  quotation: string,
  { passage, selector }: PassageTarget,
  version: Version,
): QuoteComparison => {
  const text = readVersionText(version)
  const touched = text.lines.filter((line) =>
    selector ? line.start < selector.end && line.end > selector.start : line.label === passage,
  )
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return { outcome: 'not-found' }
  return compareWithin(quotation, version, text, [text.startOf(first), text.startOf(last) + last.text.length])
}
