/** Resource of a Photoshop image that holds records of IIM (Adobe Photoshop File Formats, image resource 0x0404). */
const iimResource = 0x0404

const signatures = new Set(['8BIM', 'PHUT', 'AgHg', 'DCSR', 'MeSa'])

const even = (length: number): number => length + (length % 2)

/** Blocks, at most. */
const mostBlocks = 10_000

/** Records of IIM in the image resource blocks of Photoshop, up to the first place that is no block. */
export const photoshopIim = (bytes: Buffer): Buffer[] => {
  const found: Buffer[] = []
  let at = 0
  for (let count = 0; count < mostBlocks && at + 12 <= bytes.length; count += 1) {
    if (!signatures.has(bytes.toString('latin1', at, at + 4))) break
    const resource = bytes.readUInt16BE(at + 4)
    const sizeAt = at + 6 + even(bytes.readUInt8(at + 6) + 1)
    if (sizeAt + 4 > bytes.length) break
    const size = bytes.readUInt32BE(sizeAt)
    const data = bytes.subarray(sizeAt + 4, sizeAt + 4 + size)
    if (resource === iimResource && data.length > 0) found.push(data)
    at = sizeAt + 4 + even(size)
  }
  return found
}
