import type { ByteWindow } from '../byteWindow'
import { longestBlock, type PictureParts } from '../pictureParts'

/** Blocks of one file, at most: an animation has some for each of its frames. */
const mostBlocks = 2_000_000

const extension = 0x21
const frame = 0x2c
const application = 0xff
const trailer = 0x3b

/** Bytes of a colour table by the flags that announce it. */
const tableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Bytes that XMP in a GIF ends with, so that readers of blocks pass over it (XMP Specification, part 3, 1.1.2). */
const trailerLength = 257

/** Where the blocks of data that begin here end. */
const endOfBlocks = async (window: ByteWindow, start: number, budget: { left: number }): Promise<number> => {
  let at = start
  for (;;) {
    const [length] = await window.read(at, 1)
    budget.left -= 1
    if (!length || budget.left <= 0) return at + 1
    at += length + 1
  }
}

/** The screen's size and the XMP of a GIF (GIF89a). */
export const readGif = async (window: ByteWindow): Promise<PictureParts> => {
  const head = await window.read(0, 13)
  const [width, height] = [head.readUInt16LE(6), head.readUInt16LE(8)]
  const xmp: Buffer[] = []
  const budget = { left: mostBlocks }
  let at = 13 + tableLength(head.readUInt8(10))
  let endsEarly = true
  while (budget.left > 0) {
    const block = await window.read(at, 14)
    if (block[0] === trailer) endsEarly = false
    if (block[0] === frame && block.length >= 10) {
      at = await endOfBlocks(window, at + 11 + tableLength(block.readUInt8(9)), budget)
      continue
    }
    if (block[0] !== extension || block.length < 3) break
    const isXmp = block[1] === application && block.toString('latin1', 3, 14) === 'XMP DataXMP'
    const start = isXmp ? at + 14 : at + 2
    const end = await endOfBlocks(window, start, budget)
    if (isXmp && end - start <= longestBlock)
      xmp.push(await window.read(start, Math.max(0, end - start - trailerLength - 1)))
    at = end
  }
  return { size: width > 0 && height > 0 ? { width, height } : undefined, xmp, endsEarly }
}
