import { deepest, mostParts } from './mimeTree'
import type { Importer } from '../types'
import { toInnerFile } from './innerFiles'
import { longestHeader } from './headerBlock'
import { looksLikeMail } from './looksLikeMail'
import { mostLines } from './plainPassages'
import { readMail } from './readMail'
import { textLimit } from '../textLimit'

/** Mails (RFC 5322, MIME): an article each, and what is attached as files of their own. */
export const emlImporter: Importer = {
  id: 'eml',
  name: 'Mail',
  extensions: ['eml'],
  mediaType: 'message/rfc822',
  limit: textLimit,
  limits: {
    parts: mostParts,
    'parts inside each other': deepest,
    'bytes in the header': longestHeader,
    lines: mostLines,
  },
  recognise: looksLikeMail,
  parse: async function* (file) {
    const bytes = await file.bytes()
    const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const { article, files } = readMail(mail, file.name)
    yield article
    for (const one of files) yield toInnerFile(mail, one)
  },
}
