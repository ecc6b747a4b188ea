/** The first bytes by which a picture is known, and the type under which it is shown. Nothing else is ever shown. */
const signatures: readonly { readonly type: string; readonly at: number; readonly bytes: string }[] = [
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/gif', at: 0, bytes: 'GIF8' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'image/bmp', at: 0, bytes: 'BM' },
]

/** How many bytes `pictureType` wants to see. */
export const pictureHeadBytes = 16

/** The type of a picture by its content; undefined for everything that a page must not get. */
export const pictureType = (head: Uint8Array): string | undefined => {
  const text = Buffer.from(head).toString('latin1')
  return signatures.find(({ at, bytes }) => text.startsWith(bytes, at))?.type
}
