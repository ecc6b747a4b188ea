import { constants, gunzipSync } from 'node:zlib'
import { isGzip } from './unpackedParts'

/** The beginning of what is packed, as far as the head has it. */
const unpackedHead = (head: Uint8Array): string => {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 * 1024 * 1024 }
    return gunzipSync(head.subarray(0, 4096), options).toString('latin1', 0, 300)
  } catch {
    // Not gzip after all.
    return ''
  }
}

/** The first line of ARC names its own file (ARC 1.0). */
const begins =
  /^(?:WARC\/\d\.\d+\r?\n|filedesc:\/\/\S{1,200} \S{1,60} \d{14} text\/plain (?:\S{1,60} ){0,6}\d+\r?\n)/

export const looksLikeWarc = (head: Uint8Array): number => {
  const text = isGzip(head) ? unpackedHead(head) : Buffer.from(head.subarray(0, 300)).toString('latin1')
  return begins.test(text) ? 0.98 : 0
}
