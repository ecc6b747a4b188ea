import type { PhotoOrigin } from '#shared/model/photo'
import { parseMarkup } from '../../markup/parseMarkup'
import { decodeText } from '../../text/decodeText'
import { cleanValue, joinValues } from '../cleanValue'
import type { Position } from '../exif/gpsPosition'
import type { FoundValue } from '../pictureParts'
import { readRdf, type XmpProperties, type XmpValue } from './readRdf'
import { placeFields, placeParts, structureFields, xmpFields } from './xmpFields'
import { xmpPosition, xmpSettings, xmpTime } from './xmpCamera'

/** What a packet of XMP says. */
export interface XmpContent {
  readonly found: readonly FoundValue[]
  readonly capturedAt: string | undefined
  readonly position: Position | undefined
  /** The digest of the packet's other part, where it does not fit into one segment of a JPEG. */
  readonly extended: string | undefined
}

interface Named {
  readonly field: string
  readonly value: string
}

const textsOf = (value: XmpValue): readonly string[] =>
  value.items.length > 0 ? value.items.map(oneText) : [oneText(value)]

const oneText = ({ text, fields }: XmpValue): string =>
  text || fields.get('dc:title')?.text || fields.get('Iptc4xmpExt:CvTermName')?.text || ''

const listOf = (value: XmpValue): readonly XmpValue[] => (value.items.length > 0 ? value.items : [value])

/** Of a text in several languages each is a value of its own, the default one first; others are one list. */
const readTexts = (field: string, value: XmpValue): Named[] => {
  if (!value.items.some(({ language }) => language !== undefined))
    return [{ field, value: joinValues(textsOf(value)) }]
  const inOrder = [...value.items].sort(
    (a, b) => Number(b.language === 'x-default') - Number(a.language === 'x-default'),
  )
  return inOrder.map((item) => ({ field, value: cleanValue(item.text) }))
}

const readStructure = (value: XmpValue, parts: Readonly<Record<string, string>>): Named[] =>
  Object.entries(parts).map(([part, field]) => ({
    field,
    value: joinValues(
      listOf(value).flatMap(({ fields }) => {
        const inside = fields.get(part)
        return inside
          ? textsOf(inside).slice(0, inside.items.some((item) => item.language) ? 1 : undefined)
          : []
      }),
    ),
  }))

const readPlace = (field: string, value: XmpValue): Named => ({
  field,
  value: joinValues(
    listOf(value).map(({ fields }) =>
      placeParts
        .map((part) => cleanValue(textsOf(fields.get(part) ?? noValue)[0] ?? ''))
        .filter((text) => text !== '')
        .join(', '),
    ),
  ),
})

const noValue: XmpValue = { text: '', items: [], fields: new Map() }

const readProperty = (name: string, value: XmpValue): Named[] => {
  const field = xmpFields[name]
  if (field !== undefined) return readTexts(field, value)
  const parts = structureFields[name]
  if (parts) return readStructure(value, parts)
  const place = placeFields[name]
  return place === undefined ? [] : [readPlace(place, value)]
}

/** The fields that properties of XMP are. */
export const fieldsOf = (properties: XmpProperties, from: PhotoOrigin): FoundValue[] => {
  const named = [...properties].flatMap(([name, value]) => readProperty(name, value))
  return [...named, ...xmpSettings(properties)]
    .filter(({ value }) => value !== '')
    .map(({ field, value }) => ({ field, from, value }))
}

/** Reads a packet, or a file of XMP (ISO 16684-1), in any Unicode encoding. */
export const readXmp = (bytes: Uint8Array, from: PhotoOrigin): XmpContent => {
  const text = [...decodeText(withoutPadding(bytes)).chunks()].join('')
  const properties = readRdf(parseMarkup(text, { xml: true }))
  return {
    found: fieldsOf(properties, from),
    capturedAt: xmpTime(properties.get('exif:DateTimeOriginal')?.text),
    position: xmpPosition(properties),
    extended: properties.get('xmpNote:HasExtendedXMP')?.text,
  }
}

/** Some writers fill what is left of a packet with zeros, which are no text. */
const withoutPadding = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return bytes.subarray(0, end)
}
