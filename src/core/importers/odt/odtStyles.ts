import type { Element } from 'domhandler'
import type { PassageKind } from '#shared/model/article'
import { elementsNamed } from '../markup/elements'
import { elementAttribute } from '../documents/elementAttribute'

export interface OdtParagraphKind {
  readonly kind: PassageKind
  readonly isTitle: boolean
}

/** Styles by their name, each with the name of the one that it is based on. */
export type OdtStyles = Map<string, string | undefined>

/** Styles of which one is based on another, at most. */
const longestChain = 20

/** Adds the paragraph styles that an element declares (ODF 1.3 part 3, 16.2). */
export const addStyles = (parent: Element, styles: OdtStyles): void => {
  for (const style of elementsNamed(parent, 'style'))
    if (elementAttribute(style, 'family') === 'paragraph')
      styles.set(elementAttribute(style, 'name') ?? '', elementAttribute(style, 'parent-style-name'))
}

/** Names hold other signs than letters and digits as `_20_`. */
const plainName = (name: string): string =>
  name
    .replace(/_([0-9a-f]{2})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toLowerCase()

const namesOf = (styles: OdtStyles, first: string | undefined): readonly string[] => {
  const names: string[] = []
  for (let name = first; name && names.length < longestChain; name = styles.get(name))
    names.push(plainName(name))
  return names
}

/** What a paragraph is by the style that it names and those on which that is based. */
export const odtParagraphKind = (styles: OdtStyles, name: string | undefined): OdtParagraphKind => {
  const names = namesOf(styles, name)
  const has = (pattern: RegExp): boolean => names.some((one) => pattern.test(one))
  const isTitle = has(/^title$/)
  if (isTitle || has(/^heading(?: \d+)?$/))
    return { kind: has(/^subtitle$/) ? 'paragraph' : 'heading', isTitle }
  if (has(/^quotations?$|^quote$/)) return { kind: 'quote', isTitle }
  if (has(/^(?:(?:table|figure) ?)?caption$|^(?:illustration|figure|drawing|table)$/))
    return { kind: 'caption', isTitle }
  return { kind: 'paragraph', isTitle }
}
