/** The head of an OLE file ([MS-CFB] 2.2). */
const oleMark = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The stream that holds a document locked by a password ([MS-OFFCRYPTO] 2.3.4.4), as its directory names it. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

export const isOle = (bytes: Uint8Array): boolean => oleMark.equals(bytes.subarray(0, oleMark.length))

/** Whether an OLE file, or its beginning, holds an encrypted package. */
export const holdsEncryptedPackage = (bytes: Uint8Array): boolean =>
  isOle(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedStream)
