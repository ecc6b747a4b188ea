import type { ArticleFields, Passage } from '#shared/model/article'
import type { AnyRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { digestOf } from '../records/digest'
import { addressKey } from './addressKey'
import { bandsOf, signatureOf, signatureText } from './minHash'
import { shinglesOf } from './shingles'

/** `band` values lead to candidates, of which `text` holds the whole signature. */
export type FingerprintKind = 'address' | 'uri' | 'content' | 'key' | 'band' | 'text'

export interface Fingerprint {
  readonly kind: FingerprintKind
  readonly value: string
}

/** Shingles below which two texts are alike by chance. */
const fewShingles = 20

/** By what an article is known as another version of one that is held. */
export const namesOf = ({ url, uri }: Pick<ArticleFields, 'url' | 'uri'>): Fingerprint[] => {
  const address = url === undefined ? undefined : addressKey(url)
  return [
    ...(uri === undefined ? [] : [{ kind: 'uri', value: uri } as const]),
    ...(address === undefined ? [] : [{ kind: 'address', value: address } as const]),
  ]
}

/** The signature of a text that is long enough to be compared. */
export const textSignature = (passages: readonly Pick<Passage, 'text'>[]): Uint32Array | undefined => {
  const shingles = shinglesOf(passages.map(({ text }) => text))
  return shingles.size < fewShingles ? undefined : signatureOf(shingles)
}

const shapeOf = (signature: Uint32Array | undefined): Fingerprint[] =>
  signature === undefined
    ? []
    : [
        { kind: 'text', value: signatureText(signature) },
        ...bandsOf(signature).map((value) => ({ kind: 'band', value }) as const),
      ]

/** What a reference says, or a photo whose picture is not held: the same again is no second record. */
export const contentDigest = (content: object): string => digestOf(content)

/** By what the same thing is known again: all but the likeness of texts, which takes longer to compute. */
export const exactFingerprintsOf = (record: AnyRecord): Fingerprint[] => {
  switch (record.kind) {
    case 'article':
      return namesOf(record)
    case 'reference': {
      const { id: _id, ...csl } = record.csl
      return [
        { kind: 'content', value: contentDigest(csl) },
        { kind: 'key', value: record.key },
      ]
    }
    case 'photo':
      return record.original === undefined ? [{ kind: 'content', value: contentDigest(record.fields) }] : []
    case 'source':
    case 'citation':
    case 'claim':
    case 'note':
      return []
  }
}

export const fingerprintsOf = (record: AnyRecord): Fingerprint[] => {
  const exact = exactFingerprintsOf(record)
  return record.kind === 'article'
    ? [...exact, ...shapeOf(textSignature(currentVersion(record).passages))]
    : exact
}
