import { byteOrderMark } from '../text/byteOrderMark'
import { unmarkedUtf16 } from '../text/unmarkedUtf16'

/**
 * The first bytes of a file as text to recognise a format by. In a charset that is not known each byte stands for one
 * character, which is right for the ASCII that these formats are told by. UTF-32 is left to those that read it whole.
 */
export const headText = (head: Uint8Array): string => {
  const mark = byteOrderMark(head)
  const charset = mark?.charset ?? unmarkedUtf16(head) ?? 'latin1'
  if (charset.startsWith('utf-32')) return ''
  return new TextDecoder(charset).decode(head.subarray(mark?.length ?? 0), { stream: true })
}
