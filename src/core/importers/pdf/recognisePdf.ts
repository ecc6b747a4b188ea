/** The header may stand a little later, after what a mail program or a server put before it (ISO 32000-1, annex H.3.4.1). */
const searched = 1024

const header = /%PDF-\d\.\d/

/** Whether these are the first bytes of a PDF. A text that speaks of one has no objects in it. */
export const recognisePdf = (head: Uint8Array): number => {
  const found = header.exec(
    Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, searched)).toString('latin1'),
  )
  if (!found) return 0
  if (found.index === 0) return 1
  const after = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1')
  return /\b\d+ \d+ obj\b/.test(after) ? 0.95 : 0
}
