/** Fields that only mail has, or news: written by the programs that carried it. */
const technical = new Set(
  'received return-path message-id mime-version delivered-to dkim-signature x-mailer x-received envelope-to'.split(
    ' ',
  ),
)
const usual = new Set(
  'from to cc subject date reply-to sender content-type content-transfer-encoding'.split(' '),
)

const beginsAsField = /^([!-9;-~]+)[ \t]*:/

/** Bytes of the head that are looked at. */
const looked = 16 * 1024

const endings = /\.(?:eml|mail)$/i

const fieldNames = (text: string): readonly string[] => {
  const names: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break
    if (/^[ \t]/.test(line)) continue
    const name = beginsAsField.exec(line)?.[1]
    if (name === undefined) break
    names.push(name.toLowerCase())
  }
  return names
}

/** A page that a browser saved is in the shape of a mail, and none (RFC 2557). */
const isSavedPage = (text: string): boolean =>
  /^(?:Snapshot-Content-Location:|From:\s*["<]*Saved by )/im.test(text)

/**
 * How sure it is that these are the first bytes of a mail. A memo in plain text has a From and a Subject too: without the
 * fields that programs write, or the ending of its name, it is none.
 */
export const looksLikeMail = (head: Uint8Array, name: string): number => {
  const bytes = Buffer.from(head.subarray(0, looked))
  const text = bytes
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^>?From [^\n]*\n/, '')
  const names = fieldNames(text)
  if (isSavedPage(text.slice(0, 2048)) || bytes.subarray(0, 1024).includes(0)) return 0
  const fields = names.filter((field) => technical.has(field) || usual.has(field))
  if (fields.length > 0 && endings.test(name)) return 0.96
  const isCarried = fields.some((field) => technical.has(field))
  return isCarried && new Set(fields).size >= 3 ? 0.92 : 0
}
