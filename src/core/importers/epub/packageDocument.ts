import type { Document, Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { elementAttribute } from '../documents/elementAttribute'
import { partPath } from '../documents/partPath'
import { childElements, childNamed, elementsNamed } from '../markup/elements'

/** A file of the publication, as its manifest lists it. */
export interface ManifestItem {
  readonly path: string
  readonly mediaType: string
  readonly isNavigation: boolean
}

/** A publication's package document (EPUB 3.3, 5; OPF 2.0.1). */
export interface PackageDocument {
  readonly metadata: Element | undefined
  /** The id of the identifier that counts. */
  readonly identifierId: string | undefined
  /** In reading order, each once. */
  readonly spine: readonly ManifestItem[]
  /** Tables of contents: of EPUB 3, then of EPUB 2. */
  readonly contents: readonly ManifestItem[]
}

const itemOf = (item: Element, packagePath: string): ManifestItem => ({
  path: partPath(packagePath, item.attribs['href'] ?? ''),
  mediaType: (item.attribs['media-type'] ?? '').trim().toLowerCase(),
  isNavigation: /(?:^|\s)nav(?:\s|$)/.test(item.attribs['properties'] ?? ''),
})

export const readPackageDocument = (tree: Document, packagePath: string): PackageDocument => {
  const [root] = elementsNamed(tree, 'package')
  const manifest = root && childNamed(root, 'manifest')
  const spine = root && childNamed(root, 'spine')
  if (!root || !manifest || !spine)
    throw new CuttingsError('damaged-file', { reason: 'its package document has no manifest or no spine' })
  const items = new Map(
    childElements(manifest).map((item) => [item.attribs['id'] ?? '', itemOf(item, packagePath)]),
  )
  const inOrder = childElements(spine).flatMap((item) => items.get(item.attribs['idref'] ?? '') ?? [])
  const contents = items.get(spine.attribs['toc'] ?? '')
  return {
    metadata: childNamed(root, 'metadata'),
    identifierId: elementAttribute(root, 'unique-identifier'),
    spine: [...new Map(inOrder.map((item) => [item.path, item])).values()],
    contents: [...[...items.values()].filter((item) => item.isNavigation), ...(contents ? [contents] : [])],
  }
}

/** Where the package document stands, by the container's file (OCF 3.3, 4.2.6.3.1). */
export const packagePathOf = (container: Document | undefined): string => {
  const [rootFile] = container ? elementsNamed(container, 'rootfile') : []
  const path = rootFile?.attribs['full-path']
  if (!path) throw new CuttingsError('damaged-file', { reason: 'META-INF/container.xml names no book' })
  return partPath('', path)
}
