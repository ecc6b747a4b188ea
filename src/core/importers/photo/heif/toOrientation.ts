/** What a property asks for: quarter turns against the clock (`irot`), or a mirror (`imir`). */
export interface Turn {
  readonly property: 'irot' | 'imir'
  readonly value: number
}

/** Where the point (x, y) of a picture goes: (ax + by, cx + dy), with y downwards. */
type Matrix = readonly [a: number, b: number, c: number, d: number]

const identity: Matrix = [1, 0, 0, 1]
const againstClock: Matrix = [0, 1, -1, 0]
const upsideDown: Matrix = [1, 0, 0, -1]
const leftRight: Matrix = [-1, 0, 0, 1]

const after = ([a, b, c, d]: Matrix, [e, f, g, h]: Matrix): Matrix => [
  a * e + b * g,
  a * f + b * h,
  c * e + d * g,
  c * f + d * h,
]

/** Orientations of EXIF, from 1 to 8, as what is to be done to the stored picture. */
const orientations: readonly Matrix[] = [
  identity,
  leftRight,
  [-1, 0, 0, -1],
  upsideDown,
  [0, 1, 1, 0],
  [0, -1, 1, 0],
  [0, -1, -1, 0],
  againstClock,
]

const matrixOf = ({ property, value }: Turn): Matrix => {
  // ISO/IEC 23008-12:2022: 0 exchanges top and bottom, 1 left and right.
  if (property === 'imir') return (value & 1) === 0 ? upsideDown : leftRight
  let matrix = identity
  for (let turns = value & 3; turns > 0; turns -= 1) matrix = after(againstClock, matrix)
  return matrix
}

/** Turns and mirrors in the order in which they are done, as an orientation of EXIF. */
export const toOrientation = (turns: readonly Turn[]): number => {
  const matrix = turns.reduce((done, turn) => after(matrixOf(turn), done), identity)
  return orientations.findIndex((one) => one.every((part, index) => part === matrix[index])) + 1 || 1
}
