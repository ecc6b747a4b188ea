import type { CslElement } from 'citeproc'
import { isTag, type ChildNode, type Element } from 'domhandler'
import { childElements, childNamed, elementsNamed, textInside } from '#core/importers/markup/elements'
import { parseMarkup } from '#core/importers/markup/parseMarkup'
import type { StyleFacts } from './citing'
import { styleElements } from './styleElements'
import { refuseStyle } from './refuseStyle'

export interface StyleFile {
  readonly facts: StyleFacts
  readonly root: CslElement
}

/** Nodes and attributes: the largest style of CSL's repository has a tenth of it. */
const mostNodes = 100_000

/** `limit-day-ordinals-to-day-1` is the one with a digit. */
const attribute = /^(?:xml:lang|[a-z]+(?:-[a-z]+)*(?:-1)?)$/

const leaves: ReadonlySet<string> = new Set(['term', 'single', 'multiple'])

const toChild = (node: ChildNode, parent: string): readonly (CslElement | string)[] => {
  if (node.type === 'text') return leaves.has(parent) && node.data.trim() !== '' ? [node.data] : []
  return isTag(node) ? [toElement(node)] : []
}

/** As citeproc takes it. Only names of CSL: citeproc looks what it does up by the name of an element. */
const toElement = (element: Element): CslElement => {
  const { name, attribs } = element
  if (!styleElements.has(name)) return refuseStyle(`"${name.slice(0, 40)}" is no element of CSL 1.0.2`)
  const attrs = Object.entries(attribs).filter(([one]) => !one.startsWith('xmlns'))
  const odd = attrs.find(([one]) => !attribute.test(one))
  if (odd) return refuseStyle(`"${odd[0].slice(0, 40)}" is no attribute of CSL 1.0.2`)
  // What a style says of its authors is of no use to the processor.
  const children = name === 'info' ? [] : element.children.flatMap((child) => toChild(child, name))
  return {
    name,
    attrs: Object.fromEntries(attrs),
    children: children.length === 0 && name === 'term' ? [''] : children,
  }
}

const macrosOf = (element: CslElement): readonly string[] => [
  ...(element.name === 'macro' || element.attrs['macro'] === undefined ? [] : [element.attrs['macro']]),
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : macrosOf(child))),
]

/** citeproc would print nothing in its place. */
const mustHaveMacros = (root: CslElement): void => {
  const known = new Set(
    root.children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'macro' ? [child.attrs['name']] : [],
    ),
  )
  const lost = macrosOf(root).find((name) => !known.has(name))
  if (lost !== undefined) refuseStyle(`it calls a macro "${lost.slice(0, 60)}" that it does not have`)
}

const lastPart = (address: string): string => address.replace(/\/+$/, '').split('/').at(-1) ?? ''

const factsOf = (style: Element): StyleFacts => {
  const info = childNamed(style, 'info')
  const title =
    info &&
    textInside(childNamed(info, 'title') ?? { children: [] })
      .trim()
      .slice(0, 300)
  const id =
    info &&
    textInside(childNamed(info, 'id') ?? { children: [] })
      .trim()
      .slice(0, 300)
  if (!info || !title || !id) return refuseStyle('it has no title or no id')
  const parent = elementsNamed(info, 'link').find(({ attribs }) => attribs['rel'] === 'independent-parent')
  return {
    title,
    isNote: style.attribs['class'] === 'note',
    cslId: lastPart(id),
    ...(parent ? { parent: lastPart(parent.attribs['href'] ?? '').slice(0, 200) } : {}),
  }
}

/**
 * A `.csl` file (CSL 1.0): what it says of itself, and its tree. Foreign bytes: nothing of it runs, entities are not
 * expanded, and whatever is not CSL is refused with `style-unreadable`.
 */
export const readStyleFile = (xml: string): StyleFile => {
  const [root] = childElements(parseMarkup(xml.replace(/^\ufeff/, ''), { xml: true, most: mostNodes }))
  if (root?.name !== 'style') return refuseStyle('it is no CSL style')
  if (!/^1\.0/.test(root.attribs['version'] ?? ''))
    return refuseStyle('it is not of version 1.0 of CSL, which is the one that is known here')
  const facts = factsOf(root)
  if (facts.parent === undefined && !childNamed(root, 'citation'))
    return refuseStyle('it does not say how to cite')
  const tree = toElement(root)
  mustHaveMacros(tree)
  return { facts, root: tree }
}
