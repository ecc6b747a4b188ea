import type { Element } from 'domhandler'
import type { DocumentFields } from '../documents/documentFields'
import { childElements, localName, textInside } from '../markup/elements'

/** Reads what a document says of itself (ODF 1.3 part 3, 4.3): an `office:meta` element. */
export const readMeta = (meta: Element, fields: DocumentFields): void => {
  const keywords: string[] = []
  const creators: string[] = []
  for (const element of childElements(meta)) {
    const value = textInside(element)
    const name = localName(element)
    if (name === 'title') fields.title('dublin-core', value)
    else if (name === 'initial-creator') fields.author('document', value.split(';'))
    else if (name === 'creator') creators.push(...value.split(';', 50))
    else if (name === 'date') fields.date('modified', 'dublin-core', value)
    else if (name === 'language') fields.language('dublin-core', value)
    else if (name === 'keyword') keywords.push(value)
    else if (name === 'creation-date') fields.found('created', 'document', value)
    else if (name === 'subject' || name === 'description') fields.found(name, 'dublin-core', value)
  }
  // `dc:creator` is who changed it last; where nobody else is named it is the only one known.
  if (fields.fields.byline === undefined) fields.author('dublin-core', creators)
  else for (const creator of creators) fields.found('lastModifiedBy', 'dublin-core', creator)
  fields.keywords('document', keywords)
}
