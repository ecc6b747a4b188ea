// Messages with an alternative of text and page, a picture and a text attached (RFC 5322, RFC 2046).
import { escaped } from './words.mjs'
import { jpegFile } from './pictures.mjs'
import { textFile } from './texts.mjs'

const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

const part = (head, body) => `${head.join('\r\n')}\r\n\r\n${body}\r\n`

const multipart = (kind, boundary, parts) =>
  part(
    [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    `${parts.map((one) => `--${boundary}\r\n${one}`).join('')}--${boundary}--`,
  )

const attachment = (name, type, bytes) =>
  part(
    [
      `Content-Type: ${type}; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
    ],
    base64(bytes),
  )

export const mailFile = (number, words) => {
  const { headline, paragraphs, day } = words.article(number)
  const bodies = multipart('alternative', 'two', [
    part(['Content-Type: text/plain; charset=utf-8'], paragraphs.join('\r\n\r\n')),
    part(
      ['Content-Type: text/html; charset=utf-8'],
      `<html><body>${paragraphs.map((one) => `<p>${escaped(one)}</p>`).join('\r\n')}</body></html>`,
    ),
  ])
  const attached = [
    number % 3 === 0 ? [attachment(`picture-${number}.jpg`, 'image/jpeg', jpegFile(number, words))] : [],
    number % 2 === 0 ? [attachment(`note-${number}.txt`, 'text/plain', textFile(number, words))] : [],
  ].flat()
  const head = [
    'From: Sample Writer <writer@gazette.example>',
    'To: desk@gazette.example',
    `Subject: ${headline}`,
    `Date: ${new Date(`${day}T09:00:00Z`).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${number}@gazette.example>`,
    'MIME-Version: 1.0',
  ]
  return `${head.join('\r\n')}\r\n${multipart('mixed', 'one', [bodies, ...attached])}`
}
