import type { FacetName } from '#shared/facets'
import { knownValues } from '../fieldValue'
import { lexQuery } from '../lexer'
import { quote } from '../printQuery'
import type { Completion, CompletionOption } from './completion'
import type { CompletionPlace } from './completionPlace'
import type { CompletionSources, Counted } from './sources'

/** Enough to have all months, and all values of a closed list. */
const mostValues = 2400
const mostShown = 10

/** A value as it is typed: between quotation marks, unless it is one word that means nothing else. */
const asTyped = (value: string): string => {
  const [lexeme, ...more] = lexQuery(value)
  const isWord = more.length === 0 && lexeme?.type === 'word' && lexeme.text === value
  return isWord && !/[*~]/u.test(value) ? value : quote(value)
}

/** Years first while the year is typed, the newest first; then the months that begin so. */
const monthOptions = (begun: string, months: readonly Counted[]): CompletionOption[] => {
  const years = new Map<string, number>()
  for (const { text, count } of months) {
    const year = text.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + count)
  }
  const newest = (counted: readonly Counted[]): readonly Counted[] =>
    counted
      .filter(({ text }) => text.startsWith(begun) && text !== begun)
      .sort((a, b) => (a.text < b.text ? 1 : -1))
  return [
    ...newest([...years].map(([text, count]) => ({ text, count }))).slice(0, mostShown / 2),
    ...newest(months.filter(({ text }) => text.length > 4)),
  ].map(({ text, count }) => ({ text, kind: 'value', count }))
}

const knownOptions = (
  facet: keyof typeof knownValues,
  begun: string,
  counted: readonly Counted[],
): CompletionOption[] =>
  knownValues[facet]
    .filter((value) => value.startsWith(begun.toLowerCase()))
    .map((value) => ({
      text: value,
      kind: 'value' as const,
      detail: `${facet}:${value}`,
      count: counted.find(({ text }) => text === value)?.count ?? 0,
    }))
    .sort((a, b) => b.count - a.count)

/** The values that a field may have, from what is typed of one. */
export const valueOptions = (
  place: CompletionPlace,
  field: string,
  facet: FacetName,
  { values }: CompletionSources,
): Completion => {
  const { begun, from, to } = place
  if (facet === 'month') {
    // Of an interval, the end that is typed.
    const start = begun.lastIndexOf('/') + 1
    const months = values(facet, '', mostValues)
    return {
      from: from + [...begun.slice(0, start)].length,
      to,
      options: monthOptions(begun.slice(start), months),
    }
  }
  if (facet === 'has' || facet === 'is' || facet === 'kind')
    return { from, to, options: knownOptions(facet, begun, values(facet, '', mostValues)) }
  const options = values(facet, begun, mostShown + 1)
    .map(({ text, count }): CompletionOption => {
      const typed = asTyped(text)
      return { text: typed, kind: 'value', count, ...(field === 'language' ? { detail: text } : {}) }
    })
    .filter(({ text }) => text !== begun)
  return { from, to, options }
}
