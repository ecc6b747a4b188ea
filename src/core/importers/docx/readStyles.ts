import type { Document, Element } from 'domhandler'
import type { PassageKind } from '#shared/model/article'
import { childNamed, elementsNamed } from '../markup/elements'
import { elementAttribute } from '../documents/elementAttribute'

/** What a paragraph is by its style or its own properties. */
export interface ParagraphKind {
  readonly kind: PassageKind
  readonly isTitle: boolean
  /** Whether it is a line of a table of contents. */
  readonly isContents: boolean
}

interface Style {
  /** Word's own name, the same in every language of its interface. */
  readonly name: string
  readonly basedOn: string | undefined
  readonly isHeading: boolean
  readonly isListed: boolean
}

export type Styles = ReadonlyMap<string, Style>

/** Styles of which one is based on another, at most. */
const longestChain = 20

const valueOf = (parent: Element | undefined, name: string): string | undefined =>
  elementAttribute(parent && childNamed(parent, name), 'val')

/** Levels 0 to 8 are headings, 9 is text (17.3.1.20). */
const isOutlined = (properties: Element | undefined): boolean =>
  /^[0-8]$/.test(valueOf(properties, 'outlineLvl') ?? '')

/** Whether it is numbered or has a bullet; the number 0 takes that away (17.9.18). */
const listingOf = (properties: Element | undefined): boolean | undefined => {
  const numbering = properties && childNamed(properties, 'numPr')
  return numbering ? valueOf(numbering, 'numId') !== '0' : undefined
}

export const readStyles = (tree: Document | undefined): Styles =>
  new Map(
    (tree ? elementsNamed(tree, 'style') : []).map((style) => {
      const properties = childNamed(style, 'pPr')
      return [
        elementAttribute(style, 'styleId') ?? '',
        {
          name: (valueOf(style, 'name') ?? '').toLowerCase(),
          basedOn: valueOf(style, 'basedOn'),
          isHeading: isOutlined(properties),
          isListed: listingOf(properties) === true,
        },
      ]
    }),
  )

const chainOf = (styles: Styles, id: string | undefined): readonly Style[] => {
  const chain: Style[] = []
  for (let style = styles.get(id ?? ''); style && chain.length < longestChain;) {
    chain.push(style)
    style = styles.get(style.basedOn ?? '')
  }
  return chain
}

const kindByName = (names: readonly string[]): PassageKind | undefined => {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^heading \d$|^title$/)) return 'heading'
  if (has(/^(?:intense )?quote$|^block text$|^quotations?$/)) return 'quote'
  if (has(/^caption$/)) return 'caption'
  return undefined
}

/** What a paragraph is, by its `pPr` and the styles that this names. */
export const paragraphKind = (styles: Styles, properties: Element | undefined): ParagraphKind => {
  const id = valueOf(properties, 'pStyle')
  const chain = chainOf(styles, id)
  const names = chain.length > 0 ? chain.map((style) => style.name) : [(id ?? '').toLowerCase()]
  const isTitle = names.some((name) => name === 'title')
  const isContents = names.some((name) => /^toc (?:\d|heading)$|^toc\d$/.test(name))
  const byName = kindByName(names)
  const isHeading = isOutlined(properties) || chain.some((style) => style.isHeading)
  const isListed = listingOf(properties) ?? chain.some((style) => style.isListed)
  const kind = byName ?? (isHeading ? 'heading' : isListed ? 'listItem' : 'paragraph')
  return { kind, isTitle, isContents }
}
