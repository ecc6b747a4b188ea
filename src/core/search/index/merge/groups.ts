import { byCodeUnit } from '../sortedWords'

/** Names in order (by code units), each with the terms that share it. */
export interface Groups {
  readonly size: number
  readonly name: (at: number) => string
  readonly terms: (at: number) => Iterable<number>
}

export const groupsOfMap = (map: ReadonlyMap<string, Iterable<number>>): Groups => {
  const names = [...map.keys()].sort(byCodeUnit)
  return {
    size: names.length,
    name: (at) => names[at] ?? '',
    terms: (at) => map.get(names[at] ?? '') ?? [],
  }
}
