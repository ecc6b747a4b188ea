import { byteOrderMark } from '../text/byteOrderMark'
import { looksLikeText } from '../text/decodeText'
import { unmarkedUtf16 } from '../text/unmarkedUtf16'

/** Characters of the beginning that are looked at. */
const looked = 8192

const beginningOf = (head: Uint8Array): string => {
  const mark = byteOrderMark(head)
  const charset = mark?.charset ?? unmarkedUtf16(head)
  const bytes = head.subarray(mark?.length ?? 0, looked)
  if (charset?.startsWith('utf-16')) return new TextDecoder(charset).decode(bytes)
  return Buffer.from(bytes).toString('latin1')
}

/** White space, comments, and an XML declaration may stand before the document. Cut off one by one: each step is linear. */
const afterPrologue = (text: string): string => {
  let rest = text.trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') : rest.startsWith('<?') ? rest.indexOf('>') : -1
    if (end < 0) return rest
    rest = rest.slice(end + (rest.startsWith('<!--') ? 3 : 1)).trimStart()
  }
}

const document = /^<(?:!doctype\s+html|html)(?:[\s>])/i

/** Elements with which the text of a page begins that has no frame around it. */
const element =
  /^<(?:head|body|title|meta|link|base|h[1-6]|p|div|article|section|main|header|table|center|font|ul|ol|blockquote|script|style|frameset)(?:[\s>/])/i

const extension = /\.(?:x?html?|xht)$/i

/** Other XML (feeds, SVG, FB2) has an element of its own at the top. */
export const looksLikeHtml = (head: Uint8Array, name: string): number => {
  if (!looksLikeText(head)) return 0
  const text = afterPrologue(beginningOf(head))
  if (document.test(text)) return 0.95
  const named = extension.test(name)
  if (element.test(text)) return named ? 0.92 : 0.6
  if (!named || text.trim() === '' || /^<\?xml|^<(?:svg|rss|feed|FictionBook)[\s>]/i.test(text)) return 0
  return /<[a-z!/]/i.test(text) ? 0.91 : 0.6
}
