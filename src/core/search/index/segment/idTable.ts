import type { Id } from '#shared/model/scalars'

const idBytes = 16
const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Ids (UUIDs) in order, 16 bytes each. */
export interface IdTable {
  readonly size: number
  readonly id: (at: number) => Id
  readonly find: (id: Id) => number | undefined
}

export const idsToBytes = (ids: readonly Id[]): Uint8Array => {
  const bytes = Buffer.alloc(ids.length * idBytes)
  for (const [at, id] of ids.entries()) {
    if (!shape.test(id)) throw new TypeError(`'${id}' is no id`)
    bytes.write(id.replaceAll('-', ''), at * idBytes, 'hex')
  }
  return bytes
}

export const openIdTable = (bytes: Uint8Array): IdTable => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes.length / idBytes
  const wanted = Buffer.alloc(idBytes)
  return {
    size,
    id: (at) => {
      const hex = buffer.toString('hex', at * idBytes, (at + 1) * idBytes)
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
    find: (id) => {
      wanted.write(id.replaceAll('-', ''), 'hex')
      let low = 0
      let high = size
      while (low < high) {
        const middle = (low + high) >>> 1
        if (buffer.compare(wanted, 0, idBytes, middle * idBytes, (middle + 1) * idBytes) < 0) low = middle + 1
        else high = middle
      }
      const isThere =
        low < size && buffer.compare(wanted, 0, idBytes, low * idBytes, (low + 1) * idBytes) === 0
      return isThere ? low : undefined
    },
  }
}
