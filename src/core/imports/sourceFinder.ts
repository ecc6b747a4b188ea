import type { Source, SourceKind } from '#shared/model/citation'
import type { Clock } from '../records/clock'
import { foldName } from '../store/catalogue/foldName'

export interface NamedSource {
  readonly name: string
  /** As printed, where that is another spelling. */
  readonly literal?: string
  readonly aliases?: readonly string[]
  readonly sourceKind?: SourceKind | undefined
  readonly url?: string | undefined
  readonly owner?: string | undefined
}

/** Finds sources by name, among those that are held and those that this file is the first to name. */
export interface SourceFinder {
  readonly find: (named: NamedSource) => Source
  readonly made: () => Source[]
}

export interface SourceFinderDeps {
  readonly clock: Clock
  /** A source that is held already under this name or alias. */
  readonly sourceNamed: (name: string) => Source | undefined
}

export const createSourceFinder = ({ clock, sourceNamed }: SourceFinderDeps): SourceFinder => {
  const made = new Map<string, Source>()
  const find = ({ name, literal = name, aliases = [], sourceKind, url, owner }: NamedSource): Source => {
    const known =
      sourceNamed(name) ?? sourceNamed(literal) ?? made.get(foldName(name)) ?? made.get(foldName(literal))
    if (known) return known
    const others = [literal, ...aliases].map((alias) => alias.normalize('NFC').trim())
    const distinct = new Map(others.map((alias) => [foldName(alias), alias]))
    distinct.delete(foldName(name))
    const source: Source = {
      id: clock.createId(),
      kind: 'source',
      name,
      aliases: [...distinct.values()],
      ...(sourceKind ? { sourceKind } : {}),
      ...(url ? { url } : {}),
      ...(owner ? { owner } : {}),
      warnings: [],
    }
    made.set(foldName(name), source)
    for (const alias of source.aliases) made.set(foldName(alias), source)
    return source
  }
  return { find, made: (): Source[] => [...new Set(made.values())] }
}
