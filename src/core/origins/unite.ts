import type { SameOrigin } from '#shared/contract/support'

/** Two of the sources behind a passage that tell one story, and why. */
export interface OriginLink {
  readonly a: string
  readonly b: string
  readonly why: SameOrigin
}

export interface OriginGroup {
  readonly keys: readonly string[]
  readonly why: readonly SameOrigin[]
}

/** Groups of what is linked, each in the order of the keys; a link that joins nothing new adds its reason all the same. */
export const unite = (keys: readonly string[], links: readonly OriginLink[]): OriginGroup[] => {
  const parents = new Map(keys.map((key) => [key, key]))
  const rootOf = (key: string): string => {
    const parent = parents.get(key) ?? key
    return parent === key ? key : rootOf(parent)
  }
  for (const { a, b } of links) parents.set(rootOf(b), rootOf(a))
  const groups = new Map<string, { keys: string[]; why: SameOrigin[] }>()
  for (const key of keys) {
    const group = groups.get(rootOf(key))
    if (group) group.keys.push(key)
    else groups.set(rootOf(key), { keys: [key], why: [] })
  }
  for (const { a, why } of links) groups.get(rootOf(a))?.why.push(why)
  return [...groups.values()]
}
