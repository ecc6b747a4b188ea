import type { Importer } from '../types'
import { createPhotoImporter } from './createPhotoImporter'
import { rootElement } from './svg/rootElement'
import { readSvg } from './svg/readSvg'
import { textLimit } from '../textLimit'

/** A drawing, which is a photo as data only. It is held as a whole while it is read, so its limit is that of web pages. */
export const svgImporter: Importer = {
  ...createPhotoImporter({
    id: 'svg',
    name: 'SVG drawing',
    extensions: ['svg'],
    mediaType: 'image/svg+xml',
    recognise: (head) => (rootElement(head) === 'svg' ? 0.95 : 0),
    read: readSvg,
    decoded: false,
  }),
  limit: textLimit,
}
