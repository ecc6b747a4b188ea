/** `IPTC:`, `XMP-dc:`, `[EXIF] ` and the like, as ExifTool puts before a name. */
const group = /^\s*(?:\[[\w\s-]{1,30}\]|[A-Za-z][\w-]{0,30}:(?!\/\/))\s*/

/** The head of a column as it is compared: without its group, in small letters, without marks, spaces and signs. */
export const foldHead = (head: string): string =>
  head
    .slice(0, 200)
    .replace(group, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
