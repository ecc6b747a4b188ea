import iconv from 'iconv-lite'

/** Charsets of fonts (`\fcharset`, RTF 1.9.1, 'Font Table') as code pages; 2 is a symbol font. */
const pages: Readonly<Record<number, string>> = {
  77: 'macroman',
  128: 'cp932',
  129: 'cp949',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  255: 'cp850',
}

export const symbolCharset = 2

/** The charset of a font; undefined where it is that of the document. */
export const charsetOfFont = (number: number): string | undefined => pages[number]

/** The charset of a code page (`\ansicpg`); Windows-1252 for what is not known. */
export const charsetOfPage = (page: number): string => {
  if (page === 65001) return 'utf-8'
  if (page === 936) return 'gb18030'
  if (page === 10000) return 'macroman'
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'windows-1252'
}
