import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sharedFiles } from '#core/fixtures/sharedFolder'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { emlImporter } from './emlImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => name.endsWith('.eml'))

/** What came out, with the bytes of files as text where they are, else as their hash. */
const shown = async (bytes: Uint8Array, name: string): Promise<readonly unknown[]> =>
  (await readWith(emlImporter, bytes, name)).map((item) => {
    if (item.kind !== 'file') return item
    const text = Buffer.from(item.bytes).toString('utf8')
    const isText = /^[\P{Cc}\r\n]*$/u.test(text) && !text.includes('\ufffd')
    const content = isText ? text : `sha256 ${createHash('sha256').update(item.bytes).digest('hex')}`
    return { kind: 'file', name: item.name, content }
  })

describe('the mail importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected record says`, async () => {
      const expected: unknown = JSON.parse(
        readFileSync(join(fixtures, name.replace(/\.eml$/, '.json')), 'utf8'),
      )
      expect(await shown(readFileSync(join(fixtures, name)), name)).toEqual(expected)
    })
})

const header = 'Message-ID: <1@example.org>\nFrom: ada@example.org\nSubject: A subject\n'

const read = (more: string, body: string | Uint8Array): ReturnType<typeof articleIn> =>
  articleIn(emlImporter, Buffer.concat([Buffer.from(`${header}${more}\n`), Buffer.from(body)]), 'a.eml')

const texts = async (more: string, body: string | Uint8Array): Promise<readonly string[]> =>
  (await read(more, body)).passages.map(({ label, text }) => `${label} ${text}`)

const multipart = (kind: string, ...parts: readonly string[]): readonly [string, string] => [
  `Content-Type: multipart/${kind}; boundary=b\n`,
  [...parts.map((part) => `--b\n${part}\n`), '--b--\n'].join(''),
]

const filesOf = async (more: string, body: string): Promise<readonly string[]> =>
  (await readWith(emlImporter, Buffer.from(`${header}${more}\n${body}`), 'a.eml')).flatMap((item) =>
    item.kind === 'file' ? [item.name] : [],
  )

describe('the text of a mail', () => {
  const plain = 'Content-Type: text/plain\n\nPlain words that say all of it.'
  const html = 'Content-Type: text/html\n\n<p>Rich words that say all of it.'
  const stub = 'Content-Type: text/plain\n\nNo.'
  const picture = 'Content-Type: image/png; name=a.png\nContent-ID: <a>\n\nx'

  it('is the plain one of two that say the same, and HTML where that says more or shows pictures', async () => {
    expect(await texts(...multipart('alternative', plain, html))).toEqual([
      '1 Plain words that say all of it.',
    ])
    expect(await texts(...multipart('alternative', stub, html))).toEqual(['1 Rich words that say all of it.'])
    const shown = await read(...multipart('alternative', plain, `${html}</p><img src="cid:a">`, picture))
    expect(shown.slots).toMatchObject([{ picture: 'a.png', placedAfter: '1' }])
  })

  it('is the plain one where HTML is nested beyond reason', async () => {
    const deep = `Content-Type: text/html\n\n${'<div>'.repeat(1000)}words and words and words and words`
    expect(await texts(...multipart('alternative', stub, deep))).toEqual(['1 No.'])
    await expect(read('Content-Type: text/html\n', '<div>'.repeat(1000))).rejects.toMatchObject({
      code: 'limit',
    })
  })

  it('joins lines that were wrapped, keeps others, and quotes what is quoted', async () => {
    const body = [
      'The harbour office counted forty-one boats before the',
      'second storm, and most of them came back.',
      '',
      'Ada',
      'Tom',
      '',
      '> > The harbour office counted forty-one boats before',
      '> > the second storm.',
      '> Is that so?',
      '',
      '- one',
      '- two',
    ].join('\r\n')
    expect(await texts('', body)).toEqual([
      '1 The harbour office counted forty-one boats before the second storm, and most of them came back.',
      '2 Ada',
      '3 Tom',
      'q1 The harbour office counted forty-one boats before the second storm.',
      'q2 Is that so?',
      'l1 one',
      'l2 two',
    ])
  })

  it('loses the space at which a line was broken where the mail says so', async () => {
    const type = 'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\n'
    expect(await texts(type, '漢 \n字\n>漢 \n>字')).toEqual(['1 漢字', 'q1 漢字'])
  })

  const charsets: readonly (readonly [string, Uint8Array, string, boolean])[] = [
    ['iso-8859-1', Buffer.from([0x93, 0xfc, 0x94]), '“ü”', false],
    ['"koi8-r"', Buffer.from([0xc4, 0xc1]), 'да', false],
    ['iso-2022-jp', Buffer.from('\x1b$B4A;z\x1b(B', 'latin1'), '漢字', false],
    ['us-ascii', Buffer.from('Über'), 'Über', true],
    ['iso-8859-1', Buffer.from('Über'), 'Ãœber', true],
    ['utf-8', Buffer.from('Caf\xe9 \xfcber', 'latin1'), 'Café über', true],
    ['x-nothing', Buffer.from('Über'), 'Über', true],
    ['utf-8', Buffer.from([0xef, 0xbb, 0xbf, 0x61]), 'a', false],
  ]
  for (const [charset, bytes, text, isDoubted] of charsets)
    it(`reads ${text} that is said to be ${charset}`, async () => {
      const article = await read(`Content-Type: text/plain; charset=${charset}\n`, bytes)
      expect(article.passages[0]?.text).toBe(text)
      expect(article.doubts.some(({ field }) => field === 'charset')).toBe(isDoubted)
    })

  const encodings: readonly (readonly [string, string, string])[] = [
    ['base64', 'V29y ZHM=\nV29y!ZHM=', 'WordsWords'],
    ['Quoted-Printable', 'a =\nb=3D=  \nc =xy=', 'a b=c =xy'],
    ['quoted-printable', '=e2=82=ac', '€'],
    ['base64', '====', ''],
  ]
  for (const [encoding, body, text] of encodings)
    it(`reads ${JSON.stringify(body)} in ${encoding}`, async () => {
      const article = await read(
        `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n`,
        body,
      )
      expect(article.passages.map((passage) => passage.text).join('')).toBe(text)
    })
})

describe('what cannot be read of a mail', () => {
  const locks: readonly (readonly [string, string, string, string])[] = [
    ['Content-Type: application/pkcs7-mime; name=smime.p7m\n', 'x', 'encrypted (S/MIME)', 'smime.p7m'],
    [
      'Content-Type: application/x-pkcs7-mime; smime-type=signed-data\n',
      'x',
      'inside a signature',
      'part-1.p7m',
    ],
    ['', '-----BEGIN PGP MESSAGE-----\nx', 'encrypted (PGP)', 'part-1.asc'],
  ]
  for (const [type, body, words, name] of locks)
    it(`is said, and kept as a file (${words})`, async () => {
      const { doubts, passages, fields } = await read(type, body)
      expect([fields.headline, passages]).toEqual(['A subject', []])
      expect(doubts.find(({ field }) => field === 'passages')?.message).toContain(words)
      expect(await filesOf(type, body)).toEqual([name])
    })

  it('reads what is signed, and keeps the signature', async () => {
    const signed = multipart(
      'signed',
      'Content-Type: text/plain\n\nWords',
      'Content-Type: application/pgp-signature\n\nx',
    )
    expect(await texts(...signed)).toEqual(['1 Words'])
    expect(await filesOf(...signed)).toEqual(['part-2.asc'])
  })

  it('calls a mail without subject and text by the name of its file', async () => {
    const { fields, doubts } = await articleIn(
      emlImporter,
      Buffer.from('From: ada@example.org\n\n'),
      'Note 1.eml',
    )
    expect(fields.headline).toBe('Note 1')
    expect(doubts.map(({ field }) => field)).toContain('headline')
  })
})

describe('a hostile mail', () => {
  const part = '--b\nContent-Type: image/png\n\nx\n'
  const nested = Array.from(
    { length: 1000 },
    (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n`,
  )
  const bombs: readonly (readonly [string, string])[] = [
    [`${header}Content-Type: multipart/mixed; boundary=b\n\n${part.repeat(100_000)}`, 'parts'],
    [`${header}${nested.join('')}`, 'parts inside each other'],
    [`${header}X: ${'a'.repeat(10_000_000)}\n\nx`, 'bytes in the header'],
    [`${header}${'X: a\n'.repeat(2_000_000)}\nx`, 'bytes in the header'],
    [`${header}\n${'a\n'.repeat(300_000)}`, 'lines'],
  ]
  for (const [bomb, what] of bombs)
    it(`is refused for too many ${what} (${bomb.length} bytes)`, async () => {
      await expect(articleIn(emlImporter, Buffer.from(bomb), 'a.eml')).rejects.toMatchObject({
        code: 'limit',
        details: { what },
      })
    })

  it('has as many parts as the limit allows', async () => {
    expect(await filesOf('Content-Type: multipart/mixed; boundary=b\n', part.repeat(4999))).toHaveLength(4999)
  })

  it('makes nothing but refusals, whatever its bytes', async () => {
    const seeds = names.map((name) => readFileSync(join(fixtures, name)))
    await expectOnlyRefusals(emlImporter, { name: 'a.eml', seeds, runs: 1000 })
  })
})

describe('recognition of mails', () => {
  const known: readonly (readonly [string, string, number])[] = [
    ['Received: from a\n by b\nFrom: x\nSubject: y\n\n', 'a', 0.92],
    ['From ada Thu Nov 26 10:00:00 2026\r\nReturn-Path: <a>\r\nFrom: x\r\nTo: y\r\n\r\n', 'a.txt', 0.92],
    ['Subject: y\n\nText', 'a.EML', 0.96],
    ['Subject: y\nFrom: a\nTo: b\n\nA memo', 'memo.txt', 0],
    ['A headline\n\nSubject: y\n', 'a.eml', 0],
    ['Note: a\n\nText', 'a.eml', 0],
    ['From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\nDate: x\n', 'a.mhtml', 0],
    ['Subject: \0\nReceived: a\nFrom: x\n', 'a.eml', 0],
  ]
  for (const [text, name, sureness] of known)
    it(`is ${sureness} of ${JSON.stringify(text)} named ${name}`, () => {
      expect(emlImporter.recognise(Buffer.from(text), name)).toBe(sureness)
    })
})

const folders = ['attachment', 'error', 'mime', 'plain'].map((kind) => `${kind}_emails`)

for (const folder of [...folders, 'multi_charset', 'multipart_report_emails', 'rfc2822'])
  for (const path of sharedFiles(`corpora/mail/${folder}`, '.eml'))
    it(`reads subject, sender and date of ${basename(path)} as they stand`, async () => {
      const bytes = readFileSync(path)
      const raw = bytes.toString('latin1').replace(/\r\n/g, '\n')
      const { fields, origins } = await articleIn(emlImporter, bytes, basename(path))
      const head = raw.slice(0, raw.indexOf('\n\n'))
      const [, subject] = /^Subject: *([ -~]*)\n(?![ \t])/im.exec(`${head}\n`) ?? []
      if (subject && !subject.includes('=?'))
        expect(origins?.['headline']?.[0]?.value).toBe(subject.trim().replace(/\s+/g, ' '))
      for (const { address } of fields.correspondents ?? [])
        expect(raw.replace(/\s|\([^()]*\)/g, '')).toContain(address)
      expect(emlImporter.recognise(bytes, basename(path))).toBe(0.96)
      const [, day, month] = /^Date: *(?:\w{3}, *)?(\d{1,2}) (\w{3}) \d{4} /im.exec(head) ?? []
      if (day && month) expect(fields.published?.literal).toContain(`${day} ${month}`)
    })
