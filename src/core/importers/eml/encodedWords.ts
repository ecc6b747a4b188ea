import { decodeBody } from './decodeBody'
import { charsetOf, decodeAs } from './charsetOf'
import { decodeWordBytes } from './transferDecoding'

const word = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi

interface Run {
  readonly charset: string
  readonly bytes: Uint8Array[]
}

const textOf = ({ charset, bytes }: Run): string => {
  const all = Buffer.concat(bytes)
  const known = charsetOf(charset)
  return known === undefined ? decodeBody(all, undefined).text : decodeAs(all, known)
}

/**
 * Decodes encoded words (RFC 2047). White space between two of them is none, and where they are of one charset their bytes
 * are put together first: programs part characters between words. Anything else stays.
 */
export const decodeWords = (text: string): string => {
  if (!text.includes('=?')) return text
  const decoded: string[] = []
  let run: Run | undefined
  let at = 0
  const endRun = (): void => {
    if (run) decoded.push(textOf(run))
    run = undefined
  }
  for (const found of text.matchAll(word)) {
    const [whole, charset = '', encoding = '', content = ''] = found
    const between = text.slice(at, found.index)
    if (!run || between.trim() !== '') {
      endRun()
      decoded.push(between)
    }
    if (run && run.charset !== charset.toLowerCase()) endRun()
    run ??= { charset: charset.toLowerCase(), bytes: [] }
    run.bytes.push(decodeWordBytes(encoding.toLowerCase(), content))
    at = found.index + whole.length
  }
  endRun()
  decoded.push(text.slice(at))
  return decoded.join('')
}
