/** Hash functions of a signature; in as many bands as rows allow. */
export const signatureLength = 64
const rows = 4

/** Odd multipliers and offsets from a fixed sequence (xorshift32): a signature is the same on every machine. */
const [factors, offsets] = ((): readonly [Uint32Array, Uint32Array] => {
  let state = 0x9e3779b9
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const drawn = Array.from({ length: signatureLength }, () => [next() | 1, next()] as const)
  return [Uint32Array.from(drawn, ([factor]) => factor), Uint32Array.from(drawn, ([, offset]) => offset)]
})()

/** Spreads the bits of a product: without it multiplication keeps the order of its lowest bits. */
const mix = (value: number): number => {
  const high = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return Math.imul(high ^ (high >>> 13), 0xc2b2ae35) >>> 0
}

/**
 * MinHash (Broder 1997): the share of equal places of two signatures estimates the share of shingles that two texts have
 * in common (Jaccard), with a standard error of at most 1/16. Undefined for a text without shingles.
 */
export const signatureOf = (shingles: ReadonlySet<number>): Uint32Array | undefined => {
  if (shingles.size === 0) return undefined
  const signature = new Uint32Array(signatureLength).fill(0xffffffff)
  // Places by number, in flat arrays: this is done 64 times for each word of an import.
  for (const shingle of shingles)
    for (let place = 0; place < signatureLength; place += 1) {
      const hash = mix((Math.imul(shingle, factors[place] ?? 0) + (offsets[place] ?? 0)) >>> 0)
      if (hash < (signature[place] ?? 0)) signature[place] = hash
    }
  return signature
}

export const likenessOf = (a: Uint32Array, b: Uint32Array): number => {
  let equal = 0
  for (let place = 0; place < signatureLength; place += 1) if (a[place] === b[place]) equal += 1
  return equal / signatureLength
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/** What two signatures share at least one of, if their texts have most of their wording in common (locality-sensitive). */
export const bandsOf = (signature: Uint32Array): string[] =>
  Array.from({ length: signatureLength / rows }, (_, band) => {
    const values = [...signature.subarray(band * rows, (band + 1) * rows)]
    return `${band.toString(16)}:${values.map(hex).join('')}`
  })

export const signatureText = (signature: Uint32Array): string => [...signature].map(hex).join('')

export const signatureFrom = (text: string): Uint32Array =>
  Uint32Array.from({ length: signatureLength }, (_, place) =>
    Number.parseInt(text.slice(place * 8, place * 8 + 8), 16),
  )
