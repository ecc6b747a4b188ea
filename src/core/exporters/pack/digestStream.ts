import { createHash } from 'node:crypto'

export interface Digests {
  readonly bytes: number
  /** Lower-case hex by the algorithm's name as BagIt writes it: `sha256`. */
  readonly digests: ReadonlyMap<string, string>
}

/** Passes bytes on while it hashes them; `result` holds once the last byte went through. */
export const createDigester = (algorithms: readonly string[]) => {
  const hashes = new Map(algorithms.map((algorithm) => [algorithm, createHash(algorithm)]))
  let bytes = 0
  const update = (chunk: Uint8Array): void => {
    bytes += chunk.byteLength
    for (const hash of hashes.values()) hash.update(chunk)
  }
  return {
    update,
    async *through(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        update(chunk)
        yield chunk
      }
    },
    result: (): Digests => ({
      bytes,
      digests: new Map([...hashes].map(([algorithm, hash]) => [algorithm, hash.copy().digest('hex')])),
    }),
  }
}

export const digestsOf = async (
  chunks: AsyncIterable<Uint8Array>,
  algorithms: readonly string[],
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Digests> => {
  const digester = createDigester(algorithms)
  for await (const chunk of chunks) {
    digester.update(chunk)
    onBytes(chunk.byteLength)
  }
  return digester.result()
}
