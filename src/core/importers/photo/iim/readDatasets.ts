/** One dataset of the IPTC Information Interchange Model 4.2: `2:120` is record 2, number 120. */
export interface Dataset {
  readonly record: number
  readonly number: number
  readonly bytes: Buffer
}

const marker = 0x1c

/** Datasets of one picture, at most. */
const mostDatasets = 10_000

/** The length of a dataset, and where it begins; the upper bit of a length says that it is one of a length (1.6). */
const lengthAt = (
  bytes: Buffer,
  at: number,
): { readonly length: number; readonly start: number } | undefined => {
  const stated = bytes.readUInt16BE(at)
  if (stated < 0x8000) return { length: stated, start: at + 2 }
  const size = stated & 0x7fff
  if (size < 1 || size > 4 || at + 2 + size > bytes.length) return undefined
  return { length: bytes.readUIntBE(at + 2, size), start: at + 2 + size }
}

/** The datasets in order, up to the first place that is none. */
export const readDatasets = (bytes: Buffer): Dataset[] => {
  const datasets: Dataset[] = []
  let at = 0
  while (at + 5 <= bytes.length && bytes[at] === marker && datasets.length < mostDatasets) {
    const place = lengthAt(bytes, at + 3)
    if (!place || place.start + place.length > bytes.length) break
    datasets.push({
      record: bytes.readUInt8(at + 1),
      number: bytes.readUInt8(at + 2),
      bytes: bytes.subarray(place.start, place.start + place.length),
    })
    at = place.start + place.length
  }
  return datasets
}
