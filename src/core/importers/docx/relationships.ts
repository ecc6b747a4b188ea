import type { Document } from 'domhandler'
import { elementsNamed } from '../markup/elements'
import { partPath } from '../documents/partPath'

/** What a part refers to (ECMA-376 part 2, 6.5). External targets are data and are never loaded. */
export interface Relationship {
  readonly id: string
  /** The last word of its type: `hyperlink`, `image`, `footnotes`. */
  readonly type: string
  readonly isExternal: boolean
  /** The path of a part, or the address outside. */
  readonly target: string
}

/** Where the relationships of a part stand. */
export const relationshipsPath = (part: string): string =>
  part.replace(/([^/]*)$/, (name) => `_rels/${name}.rels`)

export const readRelationships = (tree: Document | undefined, part: string): readonly Relationship[] =>
  (tree ? elementsNamed(tree, 'Relationship') : []).map(({ attribs }) => {
    const isExternal = attribs['TargetMode'] === 'External'
    const target = attribs['Target'] ?? ''
    return {
      id: attribs['Id'] ?? '',
      type: (attribs['Type'] ?? '').replace(/^.*\//, ''),
      isExternal,
      target: isExternal ? target : partPath(part, target),
    }
  })
