import { packageOf, type KnownContent } from './zip/packageOf'

/* eslint-disable no-control-regex -- files are told by their first bytes, which are control characters */
/** Beginnings of kinds of files that no importer reads, or that one reads in a later version. */
const beginnings: readonly (KnownContent & { readonly begins: RegExp })[] = [
  { begins: /^%PDF-/, found: 'a PDF document', mediaType: 'application/pdf' },
  { begins: /^PK(?:\x03\x04|\x05\x06)/, found: 'a ZIP archive', mediaType: 'application/zip' },
  { begins: /^\x1f\x8b/, found: 'a gzip archive', mediaType: 'application/gzip' },
  { begins: /^BZh\d/, found: 'a bzip2 archive', mediaType: 'application/x-bzip2' },
  { begins: /^7z\xbc\xaf\x27\x1c/, found: 'a 7z archive', mediaType: 'application/x-7z-compressed' },
  { begins: /^Rar!\x1a\x07/, found: 'a RAR archive', mediaType: 'application/vnd.rar' },
  { begins: /^BM[^]{4}\x00\x00\x00\x00/, found: 'a BMP picture', mediaType: 'image/bmp' },
  { begins: /^8BPS/, found: 'a Photoshop picture', mediaType: 'image/vnd.adobe.photoshop' },
  { begins: /^(?:\xff\x0a|\x00\x00\x00\x0cJXL )/, found: 'a JPEG XL picture', mediaType: 'image/jxl' },
  { begins: /^\x00\x00\x01\x00[\x01-\x40]\x00/, found: 'an icon', mediaType: 'image/vnd.microsoft.icon' },
  { begins: /^\x01\x00\x00\x00[^]{36} EMF/, found: 'an EMF drawing', mediaType: 'image/emf' },
  { begins: /^\xd7\xcd\xc6\x9a/, found: 'a WMF drawing', mediaType: 'image/wmf' },
  { begins: /^RIFF[^]{4}WAVE/, found: 'an audio recording', mediaType: 'audio/wav' },
  { begins: /^RIFF[^]{4}AVI /, found: 'a video', mediaType: 'video/x-msvideo' },
  { begins: /^fLaC/, found: 'an audio recording', mediaType: 'audio/flac' },
  { begins: /^OggS/, found: 'an audio or video recording', mediaType: 'application/ogg' },
  { begins: /^\x1a\x45\xdf\xa3/, found: 'a video', mediaType: 'video/x-matroska' },
  { begins: /^\x89PNG\r\n/, found: 'a PNG picture', mediaType: 'image/png' },
  { begins: /^\xff\xd8\xff/, found: 'a JPEG picture', mediaType: 'image/jpeg' },
  { begins: /^GIF8[79]a/, found: 'a GIF picture', mediaType: 'image/gif' },
  { begins: /^(?:II\*\x00|MM\x00\*)/, found: 'a TIFF picture', mediaType: 'image/tiff' },
  { begins: /^RIFF[^]{4}WEBP/, found: 'a WebP picture', mediaType: 'image/webp' },
  { begins: /^[^]{4}ftyp(?:heic|heix|mif1)/, found: 'a HEIC picture', mediaType: 'image/heic' },
  { begins: /^[^]{4}ftyp/, found: 'a video', mediaType: 'video/mp4' },
  { begins: /^(?:ID3[\x02-\x04]|\xff\xfb)/, found: 'an audio recording', mediaType: 'audio/mpeg' },
  {
    begins: /^\xd0\xcf\x11\xe0\xa1\xb1/,
    found: 'an old Office document',
    mediaType: 'application/x-ole-storage',
  },
  { begins: /^SQLite format 3\x00/, found: 'a database', mediaType: 'application/vnd.sqlite3' },
  { begins: /^\x7fELF/, found: 'a program', mediaType: 'application/x-elf' },
  {
    begins: /^MZ[^]{0,200}\x00\x00/,
    found: 'a program',
    mediaType: 'application/vnd.microsoft.portable-executable',
  },
  { begins: /^\{\\rtf/, found: 'an RTF document', mediaType: 'application/rtf' },
  { begins: /^%!PS/, found: 'a PostScript document', mediaType: 'application/postscript' },
  {
    begins: /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body)[\s>]/i,
    found: 'a web page',
    mediaType: 'text/html',
  },
  { begins: /^\s*<svg[\s>]/i, found: 'an SVG picture', mediaType: 'image/svg+xml' },
  { begins: /^\s*<\?xml\s/, found: 'an XML document', mediaType: 'application/xml' },
  { begins: /^\s*(?:\{\s*"[^"\n]*"\s*:|\[\s*\{\s*")/, found: 'JSON data', mediaType: 'application/json' },
  {
    begins:
      /^(?:From \S+ [^\n]*\d:\d\d[^\n]*\d{4}\r?\n|(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID): )/i,
    found: 'a mail message',
    mediaType: 'message/rfc822',
  },
]

const unknown: KnownContent = { found: 'data of an unknown kind', mediaType: 'application/octet-stream' }

/** Characters of the beginning that are compared. */
const compared = 1024

const bytesToCharacters = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, Math.min(length, compared)).toString('latin1')

/** Names the kind of file by its first bytes; a byte order mark in UTF-8 before them is passed over. */
export const knownContent = (head: Uint8Array): KnownContent => {
  const characters = bytesToCharacters(head).replace(/^\xef\xbb\xbf/, '')
  const known = beginnings.find(({ begins }) => begins.test(characters)) ?? unknown
  return known.mediaType === 'application/zip' ? (packageOf(head) ?? known) : known
}

/** Whether the bytes begin like a kind of file that has a format of its own, so that they are not plain text. */
export const hasKnownBeginning = (head: Uint8Array): boolean => knownContent(head) !== unknown
