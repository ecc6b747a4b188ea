import type { Importer } from '../types'
import { decodeHtml } from './decodeHtml'
import { looksLikeHtml } from './looksLikeHtml'
import { mostNodesOfPage } from './pageLimits'
import { readPage } from './readPage'
import { deepest } from '../markup/parseMarkup'
import { textLimit } from '../textLimit'

/** Web pages: a single file, or saved with a folder of pictures beside it. */
export const htmlImporter: Importer = {
  id: 'html',
  name: 'Web page',
  extensions: ['html', 'htm', 'xhtml', 'xht'],
  mediaType: 'text/html',
  limit: textLimit,
  limits: { 'elements inside each other': deepest, 'elements, attributes and texts': mostNodesOfPage },
  recognise: looksLikeHtml,
  parse: async function* (file) {
    const { html, charset, doubts } = decodeHtml(await file.bytes())
    const { article, files } = await readPage(html)
    yield { ...article, charset, doubts: [...doubts, ...article.doubts] }
    yield* files
  },
}
