import type { ByteWindow } from '../byteWindow'

/** A box of the ISO base media file format (ISO/IEC 14496-12): its type, and where its content is. */
export interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Boxes beside each other, at most. */
const mostBoxes = 10_000

/** The boxes of a stretch of the file, by their heads alone; what does not fit into it ends them. */
export const readBoxes = async (window: ByteWindow, from: number, to: number): Promise<Box[]> => {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to && boxes.length < mostBoxes) {
    const head = await window.read(at, 16)
    if (head.length < 8) break
    const stated = head.readUInt32BE(0)
    const wide = stated === 1 && head.length === 16
    const size = wide ? Number(head.readBigUInt64BE(8)) : stated
    const start = at + (wide ? 16 : 8)
    const end = stated === 0 ? to : at + size
    if (end < start || end > to) break
    boxes.push({ type: head.toString('latin1', 4, 8), start, end })
    at = end
  }
  return boxes
}
