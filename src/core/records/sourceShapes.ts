import type { Source } from '#shared/model/citation'
import { foldName } from '../store/catalogue/foldName'

/** What is known of a source but its id. */
export type SourceFields = Omit<Source, 'id' | 'kind'>

/** Each once, whatever the case of its letters, the first spelling stays. */
const distinct = (names: readonly string[]): string[] => {
  const known = new Map<string, string>()
  for (const name of names) if (!known.has(foldName(name))) known.set(foldName(name), name)
  return [...known.values()]
}

const otherNames = (name: string, aliases: readonly string[]): string[] =>
  distinct(aliases).filter((alias) => foldName(alias) !== foldName(name))

/**
 * A source with other fields. A name that it had stays one of its aliases, because that is how it was printed; to take it
 * out is a second edit.
 */
export const editedSource = (source: Source, { aliases, ...fields }: SourceFields): Source => {
  const former = foldName(fields.name) === foldName(source.name) ? [] : [source.name]
  return { id: source.id, kind: 'source', ...fields, aliases: otherNames(fields.name, [...aliases, ...former]) }
}

const firstOf = <Value>(values: readonly (Value | undefined)[]): Value | undefined =>
  values.find((value) => value !== undefined)

/**
 * The one source that several become: the names of the others are its aliases, notes and warnings of all are kept, what it
 * does not say itself the first of the others says. If one of them must not be named, it must not be named.
 */
export const unitedSource = (kept: Source, others: readonly Source[]): Source => {
  const all = [kept, ...others]
  const sourceKind = firstOf(all.map((one) => one.sourceKind))
  const url = firstOf(all.map((one) => one.url))
  const owner = firstOf(all.map((one) => one.owner))
  const houseNote = [...new Set(all.flatMap((one) => one.houseNote ?? []))].join('\n\n')
  return {
    id: kept.id,
    kind: 'source',
    name: kept.name,
    aliases: otherNames(kept.name, [...kept.aliases, ...others.flatMap((one) => [one.name, ...one.aliases])]),
    ...(sourceKind ? { sourceKind } : {}),
    ...(url ? { url } : {}),
    ...(owner ? { owner } : {}),
    ...(houseNote ? { houseNote } : {}),
    warnings: [...new Set(all.flatMap((one) => one.warnings))],
    ...(all.some((one) => one.confidential) ? { confidential: true as const } : {}),
  }
}

/** A source without some of its aliases. */
export const withoutAliases = (source: Source, aliases: readonly string[]): Source => {
  const gone = new Set(aliases.map(foldName))
  return { ...source, aliases: source.aliases.filter((alias) => !gone.has(foldName(alias))) }
}

/**
 * A source of its own for what was an alias. Nothing that is known of the other need hold for it, so that it has a name and
 * no more; but whom one must not name, one must not name by another name either.
 */
export const splitSource = (source: Source, alias: string, id: string): Source => ({
  id,
  kind: 'source',
  name: source.aliases.find((one) => foldName(one) === foldName(alias)) ?? alias,
  aliases: [],
  warnings: [],
  ...(source.confidential ? { confidential: true as const } : {}),
})
