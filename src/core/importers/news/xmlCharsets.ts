/** Names of charsets in XML declarations, in lower case, as the decoder knows them (Encoding Standard). */
const charsets: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  'x-sjis': 'shift_jis',
  'windows-31j': 'shift_jis',
  'euc-jp': 'euc-jp',
  'euc-kr': 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  'koi8-r': 'koi8-r',
  'koi8-u': 'koi8-u',
  'tis-620': 'windows-874',
}

/** The charset that an encoding name means; undefined for one that is not known, or that no XML can be in. */
export const xmlCharset = (name: string): string | undefined => {
  const lower = name.toLowerCase()
  return charsets[lower] ?? /^(?:windows-(?:125[0-8]|874)|iso-8859-(?:[2-8]|1[0345]))$/.exec(lower)?.[0]
}

/** Whether a character beyond ASCII is one byte, which makes it nearly impossible that its text is valid UTF-8. */
export const isSingleByte = (charset: string): boolean => /^(?:windows|iso|koi8)-/.test(charset)
