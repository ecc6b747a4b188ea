import type { CslName } from '#shared/model/reference'
import { cleanLine } from '../cslJson/cleanValue'
import { latexToText } from './latexToText'
import { splitOutside } from './splitOutside'

const conjunction = /(?<=\s)and(?=\s)/iy
const comma = /,/y
const space = /[\s~]+/y

const plain = (latex: string): string => (cleanLine(latexToText(latex).text) ?? '').replaceAll('\u00a0', ' ')

/** Words whose first letter is small, outside braces, are particles (`van`); an accent's command does not hide the letter. */
const isParticle = (word: string): boolean => !/^\{[^\\]/.test(word) && /^[^\p{L}]*\p{Ll}/u.test(plain(word))

const isBraced = (latex: string): boolean => /^\{[^\\]/.test(latex) && splitOutside(latex, space).length === 1

const words = (latex: string): string[] => splitOutside(latex, space).filter((word) => word.trim() !== '')

const joined = (parts: readonly string[]): string => plain(parts.join(' '))

const named = (parts: Readonly<Record<string, string>>): CslName | undefined => {
  const known = Object.entries(parts).filter(([, value]) => value !== '')
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

/** `von Last`: the particle is everything up to the last small word but the last word itself. */
const splitLast = (last: readonly string[]): { readonly von: string; readonly family: string } => {
  const cut = last.slice(0, -1).findLastIndex(isParticle) + 1
  return { von: joined(last.slice(0, cut)), family: joined(last.slice(cut)) }
}

/** `First von Last`. */
const readUnsorted = (name: string): CslName | undefined => {
  const all = words(name)
  if (all.length === 1) return named({ literal: plain(name) })
  const small = all.slice(0, -1).findIndex(isParticle)
  const cut = small < 0 ? all.length - 1 : small
  const { von, family } = splitLast(all.slice(cut))
  return named({ family, given: joined(all.slice(0, cut)), 'non-dropping-particle': von })
}

/** BibLaTeX: `family=Berg, given=Jan, prefix=van den`. */
const extended = /^\s*\{?\s*(?:family|given|prefix|suffix)\s*=/i

const readExtended = (parts: readonly string[]): CslName | undefined => {
  const given = new Map(
    parts.map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at).trim().toLowerCase(), plain(part.slice(at + 1))] as const
    }),
  )
  const particle = given.get('useprefix') === 'false' ? 'dropping-particle' : 'non-dropping-particle'
  return named({
    family: given.get('family') ?? '',
    given: given.get('given') ?? '',
    [particle]: given.get('prefix') ?? '',
    suffix: given.get('suffix') ?? '',
  })
}

const readName = (name: string): CslName | undefined => {
  if (isBraced(name)) return named({ literal: plain(name) })
  const parts = splitOutside(name, comma)
  if (extended.test(name)) return readExtended(parts)
  const [last = '', second = '', third] = parts
  if (parts.length === 1) return readUnsorted(name)
  const { von, family } = splitLast(words(last))
  return named({
    family,
    given: plain(third === undefined ? second : parts.slice(2).join(' ')),
    'non-dropping-particle': von,
    suffix: third === undefined ? '' : plain(second),
  })
}

export interface ReadNames {
  readonly names: CslName[]
  /** Whether the list ends with `and others`. */
  readonly others: boolean
}

/**
 * A list of names as BibTeX has them: `First von Last`, `von Last, First` or `von Last, Jr, First`, parted by `and`. A name
 * in braces, and a single word, is kept as it stands: it is that of an institution, or may be.
 */
export const readNames = (latex: string): ReadNames => {
  const all = splitOutside(latex, conjunction).map((name) => name.trim())
  const others = all.length > 1 && all.at(-1)?.toLowerCase() === 'others'
  return { names: (others ? all.slice(0, -1) : all).flatMap((name) => readName(name) ?? []), others }
}
