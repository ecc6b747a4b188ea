import { hasKnownBeginning } from '../knownContent'
import type { Importer } from '../types'
import { decodeText, looksLikeText } from './decodeText'
import { readArticle } from './readArticle'
import { mostPassages } from '../passageLimit'
import { textLimit } from '../textLimit'

const extensions = ['txt', 'text']

const hasExtension = (name: string): boolean =>
  extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))

/** Articles in plain text, in any charset and with any newline style. */
export const textImporter: Importer = {
  id: 'text',
  name: 'Plain text',
  extensions,
  mediaType: 'text/plain',
  limit: textLimit,
  limits: { passages: mostPassages },
  recognise: (head, name) => {
    if (hasKnownBeginning(head) || !looksLikeText(head)) return 0
    return hasExtension(name) ? 0.9 : 0.5
  },
  parse: async function* (file) {
    const { chunks, charset, doubts } = decodeText(await file.bytes())
    const article = readArticle(chunks)
    yield { ...article, charset, doubts: [...doubts, ...article.doubts] }
  },
}
