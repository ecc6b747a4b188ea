import { mostPictures } from '../documents/innerPictures'
import type { Importer } from '../types'
import { readRtf } from './readRtf'
import { deepestGroup } from './rtfTokens'
import { mostPassages } from '../passageLimit'
import { textLimit } from '../textLimit'

const beginning = /^(?:\xef\xbb\xbf)?\s{0,64}\{\\rtf/

/** Rich Text Format, as Word, WordPad, TextEdit and LibreOffice write it. */
export const rtfImporter: Importer = {
  id: 'rtf',
  name: 'Rich text (RTF)',
  extensions: ['rtf'],
  mediaType: 'application/rtf',
  limit: textLimit,
  limits: { passages: mostPassages, pictures: mostPictures, 'groups inside each other': deepestGroup },
  recognise: (head) => (beginning.test(Buffer.from(head.subarray(0, 80)).toString('latin1')) ? 0.95 : 0),
  parse: async function* (file) {
    const { article, pictures } = readRtf(await file.bytes(), file.name)
    yield article
    yield* pictures
  },
}
