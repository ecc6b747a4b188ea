/** White space, processing instructions, comments and a document type, with or without declarations of its own. */
const beforeRoot = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/i

/** What may stand before the root, at most. */
const mostPieces = 200

/** The name of the root element of an XML document, without its prefix, by the document's first bytes. */
export const rootElement = (head: Uint8Array): string | undefined => {
  let rest = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
  for (let count = 0; count < mostPieces; count += 1) {
    const piece = beforeRoot.exec(rest)?.[0]
    if (piece === undefined) break
    rest = rest.slice(piece.length)
  }
  return /^<(?:[\w.-]{1,64}:)?([\w.-]{1,64})[\s/>]/.exec(rest)?.[1]
}
