import type { Photo } from '#shared/model/photo'
import { xmpNamespaces } from '#core/importers/photo/xmp/xmpNames'
import { photoProperties } from './photoProperties'
import { formOf, valuesIn } from './propertyForms'
import { xmlText } from './xmlText'
import { xmpCamera } from './xmpCamera'

const lists = { bag: 'rdf:Bag', sequence: 'rdf:Seq' } as const

const element = (name: string, inside: string, attributes = ''): string =>
  `<${name}${attributes}>${inside}</${name}>`

const listOf = (form: keyof typeof lists, items: readonly string[], attributes = ''): string =>
  element(lists[form], items.map((item) => element('rdf:li', item, attributes)).join(''))

const valueOf = (name: string, text: string): string => {
  const form = formOf(name)
  if (form === 'text') return xmlText(text)
  if (form !== 'alternatives') return listOf(form, valuesIn(text).map(xmlText))
  return element('rdf:Alt', element('rdf:li', xmlText(text), ' xml:lang="x-default"'))
}

type Parts = readonly (readonly [part: string, text: string])[]

const structureOf = (parts: Parts): string =>
  parts.map(([part, text]) => element(part, valueOf(part, text))).join('')

const parsed = ' rdf:parseType="Resource"'

/** One structure, or as many as each of its parts has values. */
const structuresOf = (property: string, parts: Parts): string => {
  const form = formOf(property)
  if (form !== 'bag' && form !== 'sequence') return element(property, structureOf(parts), parsed)
  const values = parts.map(([part, text]) => [part, valuesIn(text)] as const)
  const [first] = values
  const count = first && values.every(([, all]) => all.length === first[1].length) ? first[1].length : 0
  const structures =
    count > 0
      ? Array.from({ length: count }, (_, index) =>
          values.map(([part, all]) => [part, all[index] ?? ''] as const),
        )
      : [parts]
  return element(property, listOf(form, structures.map(structureOf), parsed))
}

const propertiesOf = (fields: Photo['fields']): string[] => {
  const plain: [string, string][] = []
  const structures = new Map<string, [string, string][]>()
  for (const [field, { property, part }] of photoProperties) {
    const text = fields[field]
    if (text === undefined) continue
    if (part === undefined) plain.push([property, text])
    else structures.set(property, [...(structures.get(property) ?? []), [part, text]])
  }
  return [
    ...plain.map(([name, text]) => element(name, valueOf(name, text))),
    ...[...structures].map(([name, parts]) => structuresOf(name, parts)),
  ]
}

/** Declares each namespace that occurs in what was written. */
const declarations = (written: string): string =>
  Object.entries(xmpNamespaces)
    .filter(([prefix]) => written.includes(`<${prefix}:`))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('')

/**
 * An XMP sidecar (ISO 16684-1) with the IPTC Core and Extension of a photo, as the record has them. Fields that IPTC does
 * not know are in photos.json alone.
 */
export const photoToXmp = (photo: Photo): string => {
  const properties = [...propertiesOf(photo.fields), ...xmpCamera(photo)].sort()
  const written = properties.map((property) => `   ${property}\n`).join('')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n',
    ` <rdf:RDF xmlns:rdf="${xmpNamespaces.rdf}">\n`,
    `  <rdf:Description rdf:about=""${declarations(written)}>\n`,
    written,
    '  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n',
  ].join('')
}
