import { nameVariables } from '#shared/csl/cslVariables'
import type { CslName } from '#shared/model/reference'
import type { Catalogue } from '../store/types'

export interface Completion {
  /** Values that references of the archive have, the most frequent first. */
  readonly complete: (variable: string, text: string, limit: number) => string[]
}

/** Longer values are texts of their own, which nobody completes. */
const longest = 200

const nameText = (name: CslName): string =>
  name.literal ??
  [[name['non-dropping-particle'], name.family].filter(Boolean).join(' '), name.given]
    .filter(Boolean)
    .join(', ')

const valuesOf = (variable: string, value: unknown): string[] => {
  if (nameVariables.has(variable)) return (value as readonly CslName[]).map(nameText)
  return typeof value === 'string' && value.length <= longest ? [value] : []
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Gathered with the first question after a change: references are few beside what else an archive holds. */
export const createCompletion = (catalogue: Catalogue): Completion => {
  let known: { readonly revision: number; readonly counts: Counts } | undefined

  const gather = (): Counts => {
    const counts = new Map<string, Map<string, number>>()
    for (const id of catalogue.ids({ kind: 'reference' }, { by: 'added', direction: 'ascending' })) {
      const record = catalogue.record(id)
      if (record?.kind !== 'reference') continue
      for (const [variable, value] of Object.entries(record.csl))
        for (const one of valuesOf(variable, value)) {
          const values = counts.get(variable) ?? new Map<string, number>()
          values.set(one, (values.get(one) ?? 0) + 1)
          counts.set(variable, values)
        }
    }
    return counts
  }

  return {
    complete: (variable, text, limit) => {
      const revision = catalogue.revision()
      known = known?.revision === revision ? known : { revision, counts: gather() }
      const begun = fold(text.trim())
      return [...(known.counts.get(variable) ?? [])]
        .filter(([value]) => fold(value).startsWith(begun) && value !== text)
        .sort(([a, often], [b, rarely]) => rarely - often || (a < b ? -1 : 1))
        .slice(0, limit)
        .map(([value]) => value)
    },
  }
}
