import type { Element } from 'domhandler'
import type { DocumentFields } from '../documents/documentFields'
import { elementAttribute } from '../documents/elementAttribute'
import { childElements, childNamed, localName, textInside } from '../markup/elements'

/** What is said of an element by `meta refines` (EPUB 3) or by an attribute (EPUB 2). */
const refinement = (all: readonly Element[], element: Element, property: string): string | undefined => {
  const attribute = elementAttribute(element, property)
  const id = element.attribs['id']
  if (attribute !== undefined || id === undefined) return attribute?.trim()
  const found = all.find((one) => one.attribs['refines'] === `#${id}` && one.attribs['property'] === property)
  return found && textInside(found).trim()
}

const readTitles = (titles: readonly Element[], all: readonly Element[], fields: DocumentFields): void => {
  const isMain = (title: Element): boolean => refinement(all, title, 'title-type') === 'main'
  const ordered = [...titles.filter(isMain), ...titles.filter((title) => !isMain(title))]
  for (const title of ordered) fields.title('dublin-core', textInside(title))
}

/** Authors; where nobody is called that, all who made it. */
const readCreators = (
  creators: readonly Element[],
  all: readonly Element[],
  fields: DocumentFields,
): void => {
  const authors = creators.filter((one) => /^(?:aut)?$/.test(refinement(all, one, 'role') ?? ''))
  fields.author('dublin-core', (authors.length > 0 ? authors : creators).map(textInside))
}

/** EPUB 2 says which event a date is of; EPUB 3 has that of publication alone, and of change apart. */
const readDates = (dates: readonly Element[], all: readonly Element[], fields: DocumentFields): void => {
  for (const date of dates) {
    const event = elementAttribute(date, 'event') ?? 'publication'
    if (event === 'publication') fields.date('published', 'dublin-core', textInside(date))
    else if (event === 'modification') fields.date('modified', 'dublin-core', textInside(date))
    else fields.found('created', 'dublin-core', textInside(date))
  }
  for (const meta of all)
    if (meta.attribs['property'] === 'dcterms:modified')
      fields.date('modified', 'dublin-core', textInside(meta))
}

/** Reads what a publication says of itself (EPUB 3.3, 5.5; Dublin Core 1.1). */
export const readMetadata = (
  metadata: Element | undefined,
  identifierId: string | undefined,
  fields: DocumentFields,
): void => {
  const inner = metadata && childNamed(metadata, 'dc-metadata')
  const all = metadata ? [...childElements(metadata), ...(inner ? childElements(inner) : [])] : []
  const named = (name: string): Element[] => all.filter((one) => localName(one) === name)
  readTitles(named('title'), all, fields)
  readCreators(named('creator'), all, fields)
  readDates(named('date'), all, fields)
  for (const language of named('language')) fields.language('dublin-core', textInside(language))
  fields.keywords('dublin-core', named('subject').map(textInside))

  const first = (name: string, field: string): string | undefined =>
    named(name)
      .map((one) => fields.found(field, 'dublin-core', textInside(one)))
      .find((value) => value !== undefined)
  const publisher = first('publisher', 'publisher')
  if (publisher !== undefined) fields.fields.publisher = publisher
  const rights = first('rights', 'copyrightNotice')
  if (rights !== undefined) fields.fields.copyrightNotice = rights
  const identifiers = named('identifier')
  const chosen = identifiers.find((one) => one.attribs['id'] === identifierId) ?? identifiers[0]
  const uri = chosen && fields.found('uri', 'dublin-core', textInside(chosen))
  if (uri !== undefined) fields.fields.uri = uri
}
