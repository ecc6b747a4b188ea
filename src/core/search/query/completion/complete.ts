import { foldWord } from '#core/search/analysis/fold'
import { facetOf } from '../facetOf'
import { fieldNames, meaningOf } from '../fieldNames'
import { inCaseOf } from '../inCaseOf'
import { completionPlace, type CompletionPlace } from './completionPlace'
import { valueOptions } from './completeValue'
import type { Completion, CompletionOption } from './completion'
import type { CompletionSources } from './sources'

const mostOptions = 10

const fieldOptions = ({ begun }: CompletionPlace): CompletionOption[] => {
  const typed = begun.toLowerCase()
  return fieldNames
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, means }) => ({ text: `${name}:`, kind: 'field', detail: means }))
}

const joining = ['AND', 'OR', 'NEAR/10']

const operatorOptions = ({ begun, isJoinable }: CompletionPlace): CompletionOption[] =>
  [...(isJoinable ? joining : []), 'NOT']
    .filter((name) => name.startsWith(begun) && name !== begun)
    .map((name) => ({ text: name, kind: 'operator', detail: (name.split('/')[0] ?? '').toLowerCase() }))

const wordOptions = (begun: string, { words }: CompletionSources): CompletionOption[] => {
  const prefix = foldWord(begun)
  if (prefix === '') return []
  return words(prefix, mostOptions + 1)
    .filter(({ text }) => text !== prefix)
    .map(({ text, count }) => ({ text: inCaseOf(begun, text), kind: 'word', count }))
}

const letters = /[\p{L}\p{M}\p{N}]*/u
const lastLetters = /[\p{L}\p{M}\p{N}]+$/u

/** Of `anti-gov` and of a phrase only the word at the cursor is completed. */
const completeWord = (
  points: readonly string[],
  cursor: number,
  place: CompletionPlace,
  sources: CompletionSources,
): Completion => {
  const begun = lastLetters.exec(place.begun)?.[0] ?? ''
  const from = cursor - [...begun].length
  const to = cursor + [...(letters.exec(points.slice(cursor).join(''))?.[0] ?? '')].length
  const isAlone = begun === place.begun && begun !== '' && !place.isInPhrase
  const names = isAlone && place.field === undefined ? fieldOptions(place) : []
  const operators = isAlone ? operatorOptions(place) : []
  const options = [...names, ...operators, ...wordOptions(begun, sources)]
  return { from, to: names.length > 0 || operators.length > 0 ? Math.max(to, place.to) : to, options }
}

/**
 * How a query may go on at the code point `cursor`: names of fields, operators in capitals and words of the archive where a word
 * is begun, values of a field behind its colon. Never throws; no option where nothing is begun.
 */
export const complete = (text: string, cursor: number, sources: CompletionSources): Completion => {
  const points = [...text]
  const place = completionPlace(text, Math.min(Math.max(cursor, 0), points.length))
  if (!place) return { from: cursor, to: cursor, options: [] }
  const field = place.field === undefined ? undefined : meaningOf(place.field)
  // Behind `tag:` the user's own tags are offered; what is found are keywords, too.
  const facet =
    field === undefined ? undefined : (facetOf(place.field?.toLowerCase() ?? '') ?? facetOf(field))
  const completion =
    field !== undefined && facet !== undefined
      ? valueOptions(place, field, facet, sources)
      : completeWord(points, cursor, place, sources)
  return { ...completion, options: completion.options.slice(0, mostOptions) }
}
