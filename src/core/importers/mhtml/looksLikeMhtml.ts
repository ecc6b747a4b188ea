import { readContentType, readHeaders } from './mimeHeaders'

/** Fields that a mail has which was sent, and no saved page. */
const ofMail = ['received', 'to', 'message-id', 'delivered-to', 'return-path']

/**
 * Web archives by RFC 2557 look like a mail without a recipient. Browsers say who saved them; of others the content must be
 * one page with what belongs to it.
 */
export const looksLikeMhtml = (head: Uint8Array, name: string): number => {
  const text = Buffer.from(head.subarray(0, 16 * 1024))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
  if (!/^[A-Za-z][\w-]{1,60}:[ \t]*\S/.test(text)) return 0
  const blank = /\r?\n\r?\n/.exec(text)
  const headers = readHeaders(text.slice(0, blank?.index ?? text.length))
  const { mediaType } = readContentType(headers.get('content-type'))
  if (mediaType !== 'multipart/related' && mediaType !== 'text/html') return 0
  if (headers.has('snapshot-content-location')) return 0.98
  if (/^<?saved by /i.test(headers.get('from') ?? '')) return 0.98
  if (ofMail.some((field) => headers.has(field))) return 0
  const named = /\.mht(?:ml)?$/i.test(name)
  if (mediaType === 'text/html') return named && headers.has('mime-version') ? 0.93 : 0
  return named || /\r?\ncontent-location:/i.test(text) ? 0.95 : 0
}
