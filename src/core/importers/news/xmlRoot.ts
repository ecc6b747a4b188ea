import { byteOrderMark } from '../text/byteOrderMark'
import { looksLikeText } from '../text/decodeText'
import { unmarkedUtf16 } from '../text/unmarkedUtf16'
import { xmlProlog } from './xmlProlog'

export interface XmlRoot {
  /** Without its prefix. */
  readonly name: string
  /** Its own namespace; undefined where it declares none. */
  readonly namespace: string | undefined
  /** Every namespace that it declares. */
  readonly declared: readonly string[]
}

const decodeHead = (head: Uint8Array): string => {
  const mark = byteOrderMark(head)
  const utf16 = mark?.charset.startsWith('utf-16') ? mark.charset : unmarkedUtf16(head)
  return utf16
    ? new TextDecoder(utf16).decode(head.subarray(mark?.length ?? 0))
    : Buffer.from(head.subarray(mark?.length ?? 0)).toString('latin1')
}

/** The root element by the first bytes of a file; undefined where they do not begin as XML does. */
export const xmlRoot = (head: Uint8Array): XmlRoot | undefined => {
  if (!looksLikeText(head)) return undefined
  const text = decodeHead(head)
  if (!/^\s*</.test(text)) return undefined
  const { root } = xmlProlog(text)
  const tag = /^<([\p{L}_][\p{L}\p{N}_.-]*:)?([\p{L}_][\p{L}\p{N}_.-]*)([^>]*)/u.exec(text.slice(root))
  if (!tag) return undefined
  const [, prefix = '', name = '', attributes = ''] = tag
  const declared = [...attributes.matchAll(/\sxmlns(:[\w.-]+)?\s*=\s*(["'])([^"']{0,300})\2/g)].map(
    ([, own = '', , uri = '']) => ({ prefix: own, uri: uri.trim() }),
  )
  const own = prefix === '' ? '' : `:${prefix.slice(0, -1)}`
  return {
    name,
    namespace: declared.find((one) => one.prefix === own)?.uri,
    declared: declared.map((one) => one.uri),
  }
}
