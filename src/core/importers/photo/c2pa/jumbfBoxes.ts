/** A superbox of JUMBF (ISO/IEC 19566-5): its label, and the boxes in it. */
export interface JumbfBox {
  readonly type: string
  readonly content: Buffer
}

const mostBoxes = 1000

/** The boxes beside each other in some bytes, up to the first place that is none. */
export const jumbfBoxes = (bytes: Buffer): JumbfBox[] => {
  const boxes: JumbfBox[] = []
  let at = 0
  while (at + 8 <= bytes.length && boxes.length < mostBoxes) {
    const stated = bytes.readUInt32BE(at)
    const size = stated === 0 ? bytes.length - at : stated
    if (size < 8 || at + size > bytes.length) break
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + size) })
    at += size
  }
  return boxes
}

/** The label in a superbox's description: after a type of sixteen bytes and flags, up to a zero. */
export const labelOf = ({ content }: JumbfBox): string => {
  const [description] = jumbfBoxes(content)
  if (description?.type !== 'jumd') return ''
  const zero = description.content.indexOf(0, 17)
  return description.content.toString('utf8', 17, zero < 0 ? undefined : zero)
}

/** The superboxes inside one. */
export const innerBoxes = ({ content }: JumbfBox): JumbfBox[] =>
  jumbfBoxes(content).filter(({ type }) => type === 'jumb')
