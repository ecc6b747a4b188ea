/** A file that comes in parts. */
export interface IncomingFile {
  readonly id: number
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes that have come. */
  length: number
}

const isObject = (message: unknown): message is Readonly<Record<string, unknown>> =>
  typeof message === 'object' && message !== null

/** The file that a message begins, with room for its bytes; undefined for any other message. */
export const beginFile = (message: unknown): IncomingFile | undefined => {
  if (!isObject(message) || message.type !== 'file') return undefined
  const { id, name, size } = message
  if (typeof id !== 'number' || typeof name !== 'string' || typeof size !== 'number') return undefined
  return Number.isSafeInteger(size) && size >= 0
    ? { id, name, bytes: new Uint8Array(size), length: 0 }
    : undefined
}

/** Adds a part to its file; false for a message that is not one, or does not fit. */
export const addPart = (file: IncomingFile, message: unknown): boolean => {
  if (!isObject(message) || message.type !== 'part' || message.id !== file.id) return false
  const { bytes } = message
  if (!(bytes instanceof Uint8Array) || file.length + bytes.byteLength > file.bytes.byteLength) return false
  file.bytes.set(bytes, file.length)
  file.length += bytes.byteLength
  return true
}
