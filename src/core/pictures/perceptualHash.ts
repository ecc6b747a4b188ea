/** Side of the small grey picture that the hash is made of. */
export const hashSide = 32

/** Lowest frequencies of each direction that are kept. */
const kept = 8

/** Cosines of the discrete cosine transform (DCT-II): for each frequency, one for each pixel of a line. */
const cosines = Array.from({ length: kept }, (_, frequency) =>
  Float64Array.from({ length: hashSide }, (_, x) =>
    Math.cos(((2 * x + 1) * frequency * Math.PI) / (2 * hashSide)),
  ),
)

const transform = (grey: Uint8Array): number[] => {
  const lines = cosines.map((wave) =>
    Float64Array.from({ length: hashSide }, (_, y) =>
      wave.reduce((sum, cosine, x) => sum + cosine * (grey[y * hashSide + x] ?? 0), 0),
    ),
  )
  return cosines.flatMap((wave) =>
    lines.map((line) => wave.reduce((sum, cosine, y) => sum + cosine * (line[y] ?? 0), 0)),
  )
}

/** What differs by less than this between neighbours is the noise of rounding, and no picture. */
const noise = 1e-6

/**
 * The perceptual hash of a grey picture of 32 by 32: of its 64 lowest frequencies, which are above their median (after
 * Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010). It hardly changes with size, quality or
 * brightness. The first, which is the brightness itself, counts as 0.
 */
export const perceptualHash = (grey: Uint8Array): string => {
  const frequencies = transform(grey).map((value, index) =>
    index === 0 || Math.abs(value) < noise ? 0 : value,
  )
  const sorted = frequencies.slice(1).sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0
  const bits = frequencies.map((value, index) => (index > 0 && value > median ? '1' : '0')).join('')
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0')
}
