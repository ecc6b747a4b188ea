import { pipeline, type Transform } from 'node:stream'

/**
 * What parts unpack to, as far as the consumer asks for it: it is a bomb's consumer who counts. A consumer that stops
 * early ends the source too. Faults are thrown as zlib has them.
 */
export async function* inflateParts(
  parts: AsyncIterable<Uint8Array>,
  inflate: Transform,
): AsyncGenerator<Uint8Array> {
  // Faults of either end arrive at the iteration below; the callback only keeps them from being thrown twice.
  const unpacked = pipeline(parts, inflate, () => undefined)
  yield* unpacked as AsyncIterable<Uint8Array>
}
