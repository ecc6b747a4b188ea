import type { SearchDocument } from '#core/search/types'
import type { FacetName } from './shard'

/** By what a document is narrowed and counted. */
export const documentFacets = ({
  kind,
  language,
  flags,
  facets,
}: SearchDocument): Partial<Record<FacetName, readonly string[]>> => {
  const withPrefix = (prefix: string): string[] =>
    flags.filter((flag) => flag.startsWith(prefix)).map((flag) => flag.slice(prefix.length))
  return {
    kind: [kind],
    ...(language === undefined ? {} : { language: [language] }),
    has: withPrefix('has:'),
    is: withPrefix('is:'),
    ...facets,
  }
}
