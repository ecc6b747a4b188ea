import { decodeWords } from '../eml/encodedWords'
import { headerOf, readHeaderBlock } from '../eml/headerBlock'
import { looksLikeMail } from '../eml/looksLikeMail'
import { cleanText } from '../text/cleanText'
import type { Importer } from '../types'
import { createByteWindow, type ByteWindow } from '../zip/byteWindow'
import { rangeParts } from '../zip/rangeParts'
import { isMailboxLine, longestLine } from './mailboxLine'
import { messageRanges, mostMessages, type MessageRange } from './messageRanges'
import { unquoted } from './unquoted'

/** Bytes of a message in which its subject is looked for. */
const headLength = 64 * 1024
const longestSubject = 80

/** What no system takes in a file's name becomes a space; the name is data all the same. */
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const awkward = /[\u0000-\u001f\u007f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g

const nameOf = async (window: ByteWindow, { from, to }: MessageRange, number: number): Promise<string> => {
  const head = await window.read(from, Math.min(headLength, to - from))
  const { headers } = readHeaderBlock(head, 0, head.length)
  const subject = decodeWords(headerOf(headers, 'subject') ?? '').replace(awkward, ' ')
  const short = [...cleanText(subject.replace(/\s+/g, ' '))].slice(0, longestSubject).join('').trim()
  return [String(number).padStart(4, '0'), short].filter(Boolean).join(' ').concat('.eml')
}

const firstLine = (head: Uint8Array): string =>
  Buffer.from(head.subarray(0, longestLine)).toString('latin1').split('\n', 1)[0] ?? ''

/** Mailboxes (RFC 4155; mboxo, mboxrd, mboxcl): each message is a file inside. `Content-Length` is not believed. */
export const mboxImporter: Importer = {
  id: 'mbox',
  name: 'Mailbox',
  extensions: ['mbox', 'mbx'],
  mediaType: 'application/mbox',
  limit: 20 * 1024 ** 3,
  limits: { messages: mostMessages },
  container: true,
  // A single mail named `.eml` may begin with this line too: that is a mail, and surer of itself.
  recognise: (head, name) =>
    isMailboxLine(firstLine(head)) && looksLikeMail(head, 'a.eml') > 0 && !/\.eml$/i.test(name) ? 0.95 : 0,
  parse: async function* (file) {
    const window = createByteWindow(file)
    let number = 0
    for await (const range of messageRanges(file)) {
      number += 1
      const name = await nameOf(window, range, number)
      yield { kind: 'file', name, parts: unquoted(rangeParts(file, range.from, range.to)) }
    }
  },
}
