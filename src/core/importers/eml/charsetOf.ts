import iconv from 'iconv-lite'

/** Names that are read as their supersets, as the Encoding Standard has it, and names that iconv-lite doesn't know. */
const readAs: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'iso-8859-8-i': 'iso-8859-8',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
}

/** Charsets that the platform reads and iconv-lite doesn't. */
const onPlatform = new Set(['iso-2022-jp'])

/** Names that say nothing. */
const silent = new Set([
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'binary',
  'x-user-defined',
  'none',
])

/** The charset under which stated bytes are read; undefined where the name is not known. A language after `*` is left out. */
export const charsetOf = (stated: string): string | undefined => {
  const name = (stated.toLowerCase().trim().split('*')[0] ?? '').replace(/^["']+|["']+$/g, '')
  const known = readAs[name] ?? name
  if (known === '' || silent.has(known)) return undefined
  return onPlatform.has(known) || iconv.encodingExists(known) ? known : undefined
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text)

/** The text of bytes in a charset that `charsetOf` gave. What cannot be decoded becomes U+FFFD. */
export const decodeAs = (bytes: Uint8Array, charset: string): string =>
  onPlatform.has(charset)
    ? withoutMark(new TextDecoder(charset).decode(bytes))
    : withoutMark(iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset))
