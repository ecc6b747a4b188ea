import type { CslName } from '#shared/model/reference'
import { textToLatex } from './textToLatex'

const braced = (text: string): string => `{${textToLatex(text)}}`

/** A word in small letters, or several: what BibTeX takes for a particle by itself. */
const isParticle = (text: string): boolean => /^\p{Ll}[\p{L}’'.]*(?: \p{Ll}[\p{L}’'.]*)*$/u.test(text)

/** Nothing in it that parts names, or that BibTeX would read as a particle. */
const isPlain = (text: string): boolean => /^[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}’.-]*$/u.test(text)

const familyText = (family: string): string => (isPlain(family) ? family : braced(family))

/** BibLaTeX's extended form (manual 3.20, 3.6.2), for what the classic form cannot say. */
const extendedName = (name: CslName): string => {
  const prefix = name['non-dropping-particle'] ?? name['dropping-particle']
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['family', name.family],
    ['given', name.given],
    ['prefix', prefix],
    ['suffix', name.suffix],
  ]
  const dropping = name['non-dropping-particle'] === undefined && name['dropping-particle'] !== undefined
  return [
    ...parts.flatMap(([part, value]) => (value === undefined ? [] : [`${part}=${braced(value)}`])),
    ...(dropping ? ['useprefix=false'] : []),
  ].join(', ')
}

/** `von Last, First`, `von Last, Jr, First`, a name as it stands in braces, or the extended form. */
const nameToBibtex = (name: CslName): string => {
  if (name.literal !== undefined) return `{${braced(name.literal)}}`
  const particle = name['non-dropping-particle']
  const isClassic =
    name.family !== undefined &&
    name.given !== undefined &&
    name['dropping-particle'] === undefined &&
    (particle === undefined || isParticle(particle))
  if (!isClassic) return extendedName(name)
  const last = [particle, familyText(name.family)].filter(Boolean).join(' ')
  const given = /[,={}]|\band\b/i.test(name.given) ? braced(name.given) : textToLatex(name.given)
  return [last, ...(name.suffix === undefined ? [] : [braced(name.suffix)]), given].join(', ')
}

/** A list of names as BibTeX has it. */
export const namesToBibtex = (names: readonly CslName[]): string => names.map(nameToBibtex).join(' and ')
