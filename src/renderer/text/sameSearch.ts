import type { SearchAsked } from '#shared/model/savedSearch'

const keyOf = ({ text, filters, sort }: SearchAsked): string =>
  JSON.stringify([
    text.trim(),
    filters.map(({ facet, value, excluded }) => `${excluded ? '-' : ''}${facet}:${value}`).sort(),
    sort,
  ])

/** Whether two searches ask for the same, whatever the order of their filters. */
export const isSameSearch = (a: SearchAsked, b: SearchAsked): boolean => keyOf(a) === keyOf(b)
