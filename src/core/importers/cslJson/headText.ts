import { byteOrderMark } from '../text/byteOrderMark'
import { unmarkedUtf16 } from '../text/unmarkedUtf16'

/**
 * The first bytes of a file as text to recognise a format by: as a byte order mark says, UTF-16, UTF-8; in any other charset
 * each byte stands for one character, which is right for the ASCII that formats are told by. UTF-32 is left to those that
 * read it whole.
 */
export const headText = (head: Uint8Array): string => {
  const mark = byteOrderMark(head)
  const charset = mark?.charset ?? unmarkedUtf16(head) ?? 'utf-8'
  const bytes = head.subarray(mark?.length ?? 0)
  if (charset.startsWith('utf-32')) return ''
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    // Not what it says, or not Unicode.
    return new TextDecoder(mark ? charset : 'latin1').decode(bytes, { stream: true })
  }
}
