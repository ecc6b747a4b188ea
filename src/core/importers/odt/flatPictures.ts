import type { Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { mostPictures } from '../documents/innerPictures'
import { childNamed, textInside } from '../markup/elements'
import type { InnerFile } from '../types'

/** Beginnings of pictures in base64, and the endings that they have as files. */
const endings: readonly (readonly [string, string])[] = [
  ['iVBORw0KGgo', 'png'],
  ['/9j/', 'jpg'],
  ['R0lGOD', 'gif'],
  ['UklGR', 'webp'],
]

export interface FlatPictures {
  readonly nameOf: (image: Element) => string | undefined
  readonly files: () => Iterable<InnerFile>
}

/** Pictures that stand as base64 in a flat file, which gives them no names: they are numbered in the order of the text. */
export const createFlatPictures = (): FlatPictures => {
  const pictures: InnerFile[] = []
  return {
    nameOf: (image) => {
      const data = childNamed(image, 'binary-data')
      const text = data && textInside(data).trim()
      if (!text) return undefined
      if (pictures.length >= mostPictures)
        throw new CuttingsError('limit', { what: 'pictures', most: mostPictures })
      const ending = endings.find(([begin]) => text.startsWith(begin))?.[1] ?? 'bin'
      const name = `image${pictures.length + 1}.${ending}`
      pictures.push({ kind: 'file', name, parts: [Buffer.from(text, 'base64')] })
      return name
    },
    files: () => pictures,
  }
}
