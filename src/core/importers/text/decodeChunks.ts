import iconv from 'iconv-lite'

const chunkSize = 1024 * 1024

interface Decoder {
  readonly write: (bytes: Uint8Array) => string
  readonly end: () => string | undefined
}

const unicodeDecoder = (charset: string): Decoder => {
  const decoder = new TextDecoder(charset, { ignoreBOM: true })
  return { write: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

const legacyDecoder = (charset: string): Decoder => {
  const decoder = iconv.getDecoder(charset, { stripBOM: false })
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    end: () => decoder.end(),
  }
}

/** The text of bytes, in chunks: a large text is never held twice. What cannot be decoded becomes U+FFFD. */
export function* decodeChunks(charset: string, bytes: Uint8Array): Generator<string> {
  const known = charset === 'utf-8' || charset.startsWith('utf-16')
  const decoder = known ? unicodeDecoder(charset) : legacyDecoder(charset)
  for (let from = 0; from < bytes.length; from += chunkSize)
    yield decoder.write(bytes.subarray(from, from + chunkSize))
  yield decoder.end() ?? ''
}
