import type { CslName } from '#shared/model/reference'

/** A name in the lines of a form: family name, or the whole of an institution, given names, and what stands behind them (Jr., III). */
export interface NameEntry {
  readonly family: string
  readonly given: string
  readonly suffix: string
}

export const nameToEntry = (name: CslName): NameEntry => ({
  family: name.literal ?? [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
  given: [name.given, name['dropping-particle']].filter(Boolean).join(' '),
  suffix: name.suffix ?? '',
})

const particles = /^((?:\p{Ll}[\p{L}’'.]*\s+)+)(?=\S)/u

/** The name that was typed. Without a given name it is kept as it stands. */
export const entryToName = ({ family, given, suffix: behind }: NameEntry): CslName | undefined => {
  const [last, first] = [family.trim(), given.trim()]
  const suffix = behind.trim() === '' ? {} : { suffix: behind.trim() }
  if (last === '' && first === '') return undefined
  if (first === '') return behind.trim() === '' ? { literal: last } : { family: last, ...suffix }
  const [, small] = particles.exec(last) ?? []
  const rest = small === undefined ? last : last.slice(small.length)
  return {
    ...(rest === '' ? {} : { family: rest }),
    given: first,
    ...(small === undefined ? {} : { 'non-dropping-particle': small.trim() }),
    ...suffix,
  }
}
