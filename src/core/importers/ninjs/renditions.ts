import { listOf, objectOf, textOf, type JsonObject } from '../news/jsonValues'

interface Rendition {
  readonly href: string
  readonly width: number
  readonly isPicture: boolean
}

const isPicture = (type: string | undefined, href: string): boolean =>
  type === undefined
    ? !/\.(?:mp[34]|mpe?g|mov|wmv|avi|webm|wav|ogg|pdf|xml|html?)(?:[?#]|$)/i.test(href)
    : type.startsWith('image/')

/** `renditions` is an object by name in 1.x and an array from 2.0. */
const renditionsOf = (item: JsonObject): readonly Rendition[] => {
  const value = item.get('renditions')
  const all = Array.isArray(value) ? listOf(value) : [...(objectOf(value)?.values() ?? [])]
  return all.flatMap((one) => {
    const rendition = objectOf(one)
    const href = textOf(rendition?.get('href'))?.trim()
    if (!rendition || href === undefined) return []
    const type = textOf(rendition.get('contenttype')) ?? textOf(rendition.get('mimetype'))
    const width = Number(textOf(rendition.get('width'))) || 0
    return [{ href, width, isPicture: isPicture(type, href) }]
  })
}

/** Addresses of an item's pictures, the widest first; of one width in the order of the file. */
export const pictureAddresses = (item: JsonObject): readonly string[] =>
  renditionsOf(item)
    .filter((rendition) => rendition.isPicture)
    .sort((a, b) => b.width - a.width)
    .map((rendition) => rendition.href)
