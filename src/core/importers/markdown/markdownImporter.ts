import { hasKnownBeginning } from '../knownContent'
import { decodeText, looksLikeText } from '../text/decodeText'
import type { Importer } from '../types'
import { looksLikeMarkdown } from './looksLikeMarkdown'
import { readMarkdown } from './readMarkdown'
import { deepestMarkdown } from './renderMarkdown'
import { mostPassages } from '../passageLimit'
import { textLimit } from '../textLimit'

const extensions = ['md', 'markdown', 'mdown', 'mkd']

const isNamedSo = (name: string): boolean => /\.(?:md|markdown|mdown|mkd)$/i.test(name)

/** Names of texts that are Markdown only by chance. */
const isNamedOtherwise = (name: string): boolean => /\.[a-z0-9]{1,5}$/i.test(name)

/** Texts in Markdown. */
export const markdownImporter: Importer = {
  id: 'markdown',
  name: 'Markdown',
  extensions,
  mediaType: 'text/markdown',
  limit: textLimit,
  limits: { passages: mostPassages, 'quotes and lists inside each other': deepestMarkdown - 1 },
  recognise: (head, name) => {
    if (hasKnownBeginning(head) || !looksLikeText(head)) return 0
    if (isNamedSo(name)) return 0.95
    if (isNamedOtherwise(name)) return 0
    return looksLikeMarkdown(Buffer.from(head.subarray(0, 16_384)).toString('utf8')) ? 0.6 : 0
  },
  parse: async function* (file) {
    const { chunks, charset, doubts } = decodeText(await file.bytes())
    const text = [...chunks()].join('').replace(/\r\n?/g, '\n')
    const article = readMarkdown(text, file.name)
    yield { ...article, charset, doubts: [...doubts, ...article.doubts] }
  },
}
