import type { CslName } from '#shared/model/reference'

/** A name in two lines of a form: family name, or the whole of an institution, and given names. */
export interface NameEntry {
  readonly family: string
  readonly given: string
}

export const nameToEntry = (name: CslName): NameEntry => ({
  family: name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
  given: [name.given, name['dropping-particle']].filter(Boolean).join(' '),
})

const particles = /^((?:\p{Ll}[\p{L}’'.]*\s+)+)(?=\S)/u

/** The name that was typed; what the form does not show of it (a suffix) stays. Without a given name it is kept as it stands. */
export const entryToName = ({ family, given }: NameEntry, before: CslName = {}): CslName | undefined => {
  const [last, first] = [family.trim(), given.trim()]
  const suffix = before.suffix === undefined ? {} : { suffix: before.suffix }
  if (first === '') return last === '' ? undefined : { literal: last }
  const [, small] = particles.exec(last) ?? []
  const rest = small === undefined ? last : last.slice(small.length)
  return {
    ...(rest === '' ? {} : { family: rest }),
    given: first,
    ...(small === undefined ? {} : { 'non-dropping-particle': small.trim() }),
    ...suffix,
  }
}
