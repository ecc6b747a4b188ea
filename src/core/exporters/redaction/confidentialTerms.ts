import type { Source } from '#shared/model/citation'

/** The names by which a source could be known. */
export const namesOf = ({ name, aliases }: Source): readonly string[] => [...new Set([name, ...aliases])]

export const confidentialSources = (sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ confidential }) => confidential === true)
