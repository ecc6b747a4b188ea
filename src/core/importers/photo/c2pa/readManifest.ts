import { X509Certificate } from 'node:crypto'
import type { ContentCredentials } from '#shared/model/photo'
import { cleanValue } from '../cleanValue'
import { innerBoxes, jumbfBoxes, labelOf, type JumbfBox } from './jumbfBoxes'
import { isCborMap, readCbor, type CborMap, type CborValue } from './readCbor'

/** Where COSE keeps the certificates of the signer (RFC 9360), by number and as older writers name it. */
const chainKeys = [33, 'x5chain'] as const

const cborIn = (box: JumbfBox | undefined): CborValue | undefined => {
  const content = box && jumbfBoxes(box.content).find(({ type }) => type === 'cbor')?.content
  return content && readCbor(content)
}

const textIn = (map: CborMap, key: string): string | undefined => {
  const value = map.get(key)
  return (typeof value === 'string' && cleanValue(value)) || undefined
}

/** Version 1 of a claim names its writer in a text, version 2 in a map, either beside a list of maps. */
const generatorOf = (claim: CborMap): string | undefined => {
  const stated = claim.get('claim_generator_info')
  const info = Array.isArray(stated) ? (stated as readonly CborValue[])[0] : stated
  const named = isCborMap(info)
    ? [textIn(info, 'name'), textIn(info, 'version')].filter(Boolean).join(' ')
    : ''
  return textIn(claim, 'claim_generator') ?? (named || undefined)
}

const certificateIn = (headers: CborValue | undefined): Buffer | undefined => {
  if (!isCborMap(headers)) return undefined
  for (const key of chainKeys) {
    const chain = headers.get(key)
    const first = Array.isArray(chain) ? (chain as readonly CborValue[])[0] : chain
    if (Buffer.isBuffer(first)) return first
  }
  return undefined
}

const organisationOf = (certificate: Buffer): string | undefined => {
  try {
    const { subject } = new X509Certificate(certificate)
    const line = subject.split('\n').find((part) => part.startsWith('O='))
    return cleanValue(line?.slice(2) ?? '') || undefined
  } catch {
    // Not a certificate; nothing is known of the issuer then.
    return undefined
  }
}

/** Who signed, by the subject of the certificate in the COSE signature; nobody looks whether it holds. */
const issuerOf = (signature: CborValue | undefined): string | undefined => {
  if (!Array.isArray(signature)) return undefined
  const [guarded, open] = signature as readonly CborValue[]
  const headers = Buffer.isBuffer(guarded) ? readCbor(guarded) : undefined
  const certificate = certificateIn(headers) ?? certificateIn(open)
  return certificate && organisationOf(certificate)
}

/** What the active manifest of a C2PA store (2.2, 11.1: the last one) claims; undefined where the bytes are no store. */
export const readManifest = (bytes: Uint8Array): ContentCredentials | undefined => {
  const store = jumbfBoxes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).find(
    (box) => box.type === 'jumb' && labelOf(box) === 'c2pa',
  )
  if (!store) return undefined
  const active = innerBoxes(store).at(-1)
  const parts = active ? innerBoxes(active) : []
  const claim = cborIn(parts.find((part) => /^c2pa\.claim(?:\.v2)?$/.test(labelOf(part))))
  const issuer = issuerOf(cborIn(parts.find((part) => labelOf(part) === 'c2pa.signature')))
  const claimGenerator = isCborMap(claim) ? generatorOf(claim) : undefined
  const title = isCborMap(claim) ? textIn(claim, 'dc:title') : undefined
  return {
    state: 'not-checked',
    ...(issuer === undefined ? {} : { issuer }),
    ...(claimGenerator === undefined ? {} : { claimGenerator }),
    ...(title === undefined ? {} : { title }),
  }
}
