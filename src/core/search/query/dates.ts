import type { DateRelation } from './syntax'

const partialDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** `2019`, `2019-03` or `2019-03-23`. */
export const isPartialDate = (text: string): boolean => partialDate.test(text)

/** First and last day that a date known in part, or an interval, can mean, as strings that sort by time. */
const span = (edtf: string): { readonly first: string; readonly last: string } => {
  const [from = '', to = from] = edtf.split('/').map((part) => part.slice(0, 10))
  return {
    first: from === '..' ? '' : from + '-00-00'.slice(from.length - 4),
    last: to === '..' ? '~' : to + '-99-99'.slice(to.length - 4),
  }
}

/** Whether a date (EDTF level 0) can lie before, after or on another; both may be known only in part. */
export const dateMatches = (published: string, relation: DateRelation, asked: string): boolean => {
  const known = span(published)
  const wanted = span(asked)
  if (relation === 'before') return known.first < wanted.first
  if (relation === 'after') return known.last > wanted.last
  return known.first <= wanted.last && known.last >= wanted.first
}
