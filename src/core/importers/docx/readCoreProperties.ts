import type { Document } from 'domhandler'
import { elementsNamed, localName, textInside, childElements } from '../markup/elements'
import type { DocumentFields } from '../documents/documentFields'

/** Reads what a package says of itself (ECMA-376 part 2, 8: core properties, in terms of Dublin Core). */
export const readCoreProperties = (tree: Document | undefined, fields: DocumentFields): void => {
  const [properties] = tree ? elementsNamed(tree, 'coreProperties') : []
  for (const element of properties ? childElements(properties) : []) {
    const value = textInside(element)
    const name = localName(element)
    if (name === 'title') fields.title('dublin-core', value)
    else if (name === 'creator') fields.author('dublin-core', value.split(';'))
    else if (name === 'modified') fields.date('modified', 'dublin-core', value)
    else if (name === 'keywords') fields.keywords('document', [value])
    else if (name === 'language') fields.language('dublin-core', value)
    else if (name === 'created' || name === 'subject' || name === 'description')
      fields.found(name, 'dublin-core', value)
    else if (name === 'lastModifiedBy' || name === 'category' || name === 'revision')
      fields.found(name, 'document', value)
  }
}
