import { createInnerPictures, mostPictures } from '../documents/innerPictures'
import { mostMarkup } from '../documents/unpackedBudget'
import { readZipHead } from '../documents/zipHead'
import { openParts } from '../documents/zipParts'
import { deepest } from '../markup/parseMarkup'
import type { Importer } from '../types'
import { mostPassages } from '../passageLimit'
import { readBook } from './readBook'

const mediaType = 'application/epub+zip'

/** Books and reports as EPUB 2 or 3. */
export const epubImporter: Importer = {
  id: 'epub',
  name: 'EPUB',
  extensions: ['epub'],
  mediaType,
  limit: 500 * 1024 * 1024,
  limits: {
    passages: mostPassages,
    'unpacked bytes of markup': mostMarkup,
    pictures: mostPictures,
    'elements inside each other': deepest,
  },
  recognise: (head, name) => {
    const zip = readZipHead(head)
    if (!zip) return 0
    if (zip.mimetype !== undefined) return zip.mimetype === mediaType ? 0.95 : 0
    if (/\.epub$/i.test(name)) return 0.7
    return zip.names.includes('META-INF/container.xml') ? 0.8 : 0
  },
  parse: async function* (file) {
    const parts = await openParts(file)
    const pictures = createInnerPictures(parts)
    yield await readBook(parts, pictures, file.name)
    yield* pictures.files()
  },
}
