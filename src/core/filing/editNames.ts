import { filingKey } from './filingKey'

/** Another list of names; the same object where nothing changes. */
export type EditNames = (held: readonly string[]) => readonly string[]

/** Behind what is there, each once, as far as it is not there in another spelling. */
export const withNames =
  (names: readonly string[]): EditNames =>
  (held) => {
    const known = new Set(held.map(filingKey))
    const fresh = names.filter((name) => {
      const key = filingKey(name)
      return !known.has(key) && known.add(key)
    })
    return fresh.length > 0 ? [...held, ...fresh] : held
  }

/** Of several spellings of one name the one that is asked for, and all of them where it is none of these. */
export const spellingsIn = (held: readonly string[], name: string): readonly string[] =>
  held.includes(name) ? [name] : held.filter((one) => filingKey(one) === filingKey(name))

export const withoutNames =
  (names: readonly string[]): EditNames =>
  (held) => {
    const gone = new Set(names.flatMap((name) => spellingsIn(held, name)))
    return gone.size > 0 ? held.filter((name) => !gone.has(name)) : held
  }

/** Puts one name where the first of others stood; where it is there already, it stays in its place. */
export const withNameFor =
  (names: readonly string[], to: string): EditNames =>
  (held) => {
    const gone = new Set(names)
    if (!held.some((name) => gone.has(name))) return held
    const kept = held.filter((name) => !gone.has(name))
    if (kept.includes(to)) return kept
    const at = held.findIndex((name) => gone.has(name))
    return kept.toSpliced(at, 0, to)
  }
