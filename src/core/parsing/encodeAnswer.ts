import type { ParserAnswer } from './types'

/** Characters of a part, more or less. */
const partSize = 256 * 1024

/** A pair of surrogates that is cut is written as two escapes, which read as the same pair. */
function* longText(text: string): Generator<string> {
  yield '"'
  for (let from = 0; from < text.length; from += partSize)
    yield JSON.stringify(text.slice(from, from + partSize)).slice(1, -1)
  yield '"'
}

function* elements(values: readonly unknown[], depth: number): Generator<string> {
  yield '['
  let separator = ''
  for (const value of values) {
    yield separator
    yield* pieces(value, depth)
    separator = ','
  }
  yield ']'
}

function* members(value: object, depth: number): Generator<string> {
  yield '{'
  let separator = ''
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue
    yield `${separator}${JSON.stringify(key)}:`
    yield* pieces(member, depth)
    separator = ','
  }
  yield '}'
}

/** JSON of a value in pieces: members of objects and elements of arrays one by one, down to `depth`. */
function* pieces(value: unknown, depth: number): Generator<string> {
  if (typeof value === 'string' && value.length > partSize) yield* longText(value)
  else if (depth === 0 || typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (Array.isArray(value)) yield* elements(value, depth - 1)
  else yield* members(value, depth - 1)
}

/** The answer as JSON in UTF-8, in parts that each own their buffer, so that they can be transferred. */
export function* encodeAnswer(answer: ParserAnswer): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let text: string[] = []
  let length = 0
  // Down to the members of passages: answer, items, article, its lists, their elements.
  for (const piece of pieces(answer, 5)) {
    text.push(piece)
    length += piece.length
    if (length < partSize) continue
    yield encoder.encode(text.join(''))
    text = []
    length = 0
  }
  yield encoder.encode(text.join(''))
}
