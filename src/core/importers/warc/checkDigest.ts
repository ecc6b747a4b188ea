import { createHash } from 'node:crypto'
import type { Capture } from '#shared/model/article'
import type { MimeHeaders } from '../mhtml/mimeHeaders'

export type DigestState = Capture['digest']

/** Names that web archives use, and Node's. Length of the hash in bytes. */
const algorithms: Readonly<Record<string, readonly [string, number]>> = {
  md5: ['md5', 16],
  sha1: ['sha1', 20],
  'sha-1': ['sha1', 20],
  sha256: ['sha256', 32],
  'sha-256': ['sha256', 32],
  sha512: ['sha512', 64],
  'sha-512': ['sha512', 64],
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, 6. */
const fromBase32 = (text: string): Buffer => {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const character of text.toUpperCase().replace(/=+$/, '')) {
    value = ((value << 5) | base32.indexOf(character)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes.push((value >> bits) & 0xff)
  }
  return Buffer.from(bytes)
}

const hashOf = (text: string, length: number): Buffer | undefined => {
  if (text.length === length * 2 && /^[0-9a-f]+$/i.test(text)) return Buffer.from(text, 'hex')
  const bytes = /^[a-z2-7]{8,110}=*$/i.test(text) ? fromBase32(text) : undefined
  return bytes?.length === length ? bytes : undefined
}

/** Whether one of the readings of a content has the hash that is stated: `sha1:CIBK2YFSVPND...`, in base 32 or hex. */
export const checkDigest = (stated: string, contents: readonly Uint8Array[]): DigestState => {
  const [name = '', text = ''] = stated.slice(0, 300).split(':')
  const algorithm = Object.hasOwn(algorithms, name.toLowerCase()) ? algorithms[name.toLowerCase()] : undefined
  const hash = algorithm && hashOf(text.trim(), algorithm[1])
  if (!algorithm || !hash) return 'not-checkable'
  const matches = contents.some((content) => createHash(algorithm[0]).update(content).digest().equals(hash))
  return matches ? 'matches' : 'broken'
}

/**
 * What a record's digests say (WARC 1.1, 5.8 and 5.9). That of the block is exact and settles it; programs differ in
 * whether the payload's is of the body as sent or joined, so either is taken.
 */
export const digestOf = (
  headers: MimeHeaders,
  block: Uint8Array,
  payloads: readonly Uint8Array[],
): DigestState => {
  const [ofBlock, ofPayload] = [headers.get('warc-block-digest'), headers.get('warc-payload-digest')]
  const checked = ofBlock === undefined ? 'absent' : checkDigest(ofBlock, [block])
  if (checked === 'matches' || checked === 'broken' || ofPayload === undefined) return checked
  return checkDigest(ofPayload, payloads)
}
