import { describe, expect, it } from 'vitest'
import { emlImporter } from '../eml/emlImporter'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { fileOf, readWith } from '../fixtures/readWith'
import type { ImportFile } from '../types'
import { mboxImporter } from './mboxImporter'
import { mostMessages } from './messageRanges'

const line = 'From ada@example.org Thu Nov 26 10:00:00 2026'

const mail = (subject: string, body: string, end = '\n'): string =>
  [`Message-ID: <1@example.org>`, `Subject: ${subject}`, `From: ada@example.org`, '', body, ''].join(end)

/** Name and content of each message. */
const messages = async (bytes: Uint8Array | string): Promise<readonly (readonly [string, string])[]> =>
  (await readWith(mboxImporter, Buffer.from(bytes), 'a.mbox')).map((item) =>
    item.kind === 'file' ? [item.name, Buffer.from(item.bytes).toString('latin1')] : ['', item.kind],
  )

describe('the mailbox importer', () => {
  for (const end of ['\n', '\r\n'])
    it(`gives each message, without the lines of the mailbox (${JSON.stringify(end)})`, async () => {
      const mails = [
        mail('One', 'first', end),
        mail('Two', `second${end}${end}third`, end),
        mail('3', '', end),
      ]
      const mailbox = mails.map((one) => `${line}${end}${one}${end}`).join('')
      expect((await messages(mailbox)).map(([, content]) => content)).toEqual(mails)
    })

  it('names each message by its number and subject, without what no file name may have', async () => {
    const subjects = ['=?utf-8?q?Z=C3=BCrich=2F..=2F?=', '../../etc: a\u202etxt', 'x'.repeat(300), '']
    const mailbox = subjects.map((subject) => `${line}\n${mail(subject, 'x')}\n`).join('')
    expect((await messages(mailbox)).map(([name]) => name)).toEqual([
      '0001 Zürich ...eml',
      '0002 .. .. etc a txt.eml',
      `0003 ${'x'.repeat(80)}.eml`,
      '0004.eml',
    ])
  })

  it('takes one mark from quoted lines, also where parts of the file meet', async () => {
    const quoted = '>From me\n>>From you\n >From\n> From\nx>From \n'
    const plain = 'From me\n>From you\n >From\n> From\nx>From \n'
    const fill = (length: number): string => `${'y'.repeat(length)}\n`
    for (const length of [1, 262_000, 262_050, 262_080, 262_100, 262_130, 524_200]) {
      const mailbox = `${line}\n${mail('One', `${fill(length)}${quoted.repeat(20)}`)}\n${line}\n${mail('Two', 'x')}`
      const [[, first] = [], [, second] = []] = await messages(mailbox)
      expect(first === mail('One', `${fill(length)}${plain.repeat(20)}`)).toBe(true)
      expect(second).toBe(mail('Two', 'x'))
    }
  })

  it('parts no message at a sentence that begins with From, nor where no blank line stands before', async () => {
    const body = `x\n\nFrom here it is a mile.\n\nFrom 10:00 on\nx\n${line}\nx`
    expect(await messages(`${line}\n${mail('One', body)}`)).toEqual([['0001 One.eml', mail('One', body)]])
  })

  it('believes no Content-Length', async () => {
    const first = `Content-Length: 99999\n${mail('One', 'x')}`
    expect((await messages(`${line}\n${first}\n${line}\n${mail('Two', 'x')}`)).map(([name]) => name)).toEqual(
      ['0001 One.eml', '0002 Two.eml'],
    )
  })

  const forms = [
    'From - Tue Nov 24 10:00:00 2026',
    'From 1234567890@xxx Tue Nov 24 10:00:00 +0000 2026',
    'From MAILER-DAEMON Fri Jul  8 12:08 2011',
    'From "ada miller"@example.org  Fri Jul  8 12:08:34 CEST 2011 remote from here',
  ]
  for (const form of forms)
    it(`knows the line "${form}"`, async () => {
      const mailbox = `${form}\n${mail('One', 'x')}\n${form}\n${mail('Two', 'x')}`
      expect(mboxImporter.recognise(Buffer.from(mailbox), 'Inbox')).toBe(0.95)
      expect(await messages(mailbox)).toHaveLength(2)
    })

  it('reads a large mailbox in parts, and a message only where it is asked for', async () => {
    const one = `${line}\n${mail('One', 'some words of a line\n'.repeat(100_000))}\n`
    let largest = 0
    const file = fileOf(Buffer.from(one.repeat(10)), 'a.mbox')
    const watched: ImportFile = {
      ...file,
      bytes: () => Promise.reject(new Error('read as a whole')),
      read: (at, length) => {
        largest = Math.max(largest, length)
        return file.read(at, length)
      },
    }
    const names: string[] = []
    for await (const item of mboxImporter.parse(watched)) {
      if (item.kind !== 'file') continue
      names.push(item.name)
      for await (const part of item.parts) {
        expect(part.length).toBeGreaterThan(0)
        break
      }
    }
    expect(names).toHaveLength(10)
    expect(largest).toBeLessThanOrEqual(256 * 1024)
  })

  it('refuses more messages than its limit', async () => {
    const mailbox = `${line}\n\n`.repeat(mostMessages + 1)
    const reading = async (): Promise<number> => {
      let count = 0
      for await (const item of mboxImporter.parse(fileOf(Buffer.from(mailbox), 'a')))
        count += item.kind.length
      return count
    }
    await expect(reading()).rejects.toMatchObject({ code: 'limit', details: { most: mostMessages } })
  })

  it('refuses what has no line where a message begins', async () => {
    await expect(messages('Subject: x\n\nx')).rejects.toMatchObject({ code: 'damaged-file' })
  })

  it('leaves single mails to their own importer, and texts that begin with From', () => {
    const single = Buffer.from(`${line}\n${mail('One', 'x')}`)
    expect(mboxImporter.recognise(single, 'a.eml')).toBe(0)
    expect(emlImporter.recognise(single, 'a.eml')).toBe(0.96)
    expect(emlImporter.recognise(single, 'a.mbox')).toBeLessThan(mboxImporter.recognise(single, 'a.mbox'))
    for (const text of [
      'From the desk of Ada, May 2026, 10:00\n\nA text.',
      'From me\nSubject: x\n\n',
      'From',
    ])
      expect(mboxImporter.recognise(Buffer.from(text), 'a.mbox')).toBe(0)
  })

  it('throws nothing but refusals, whatever the bytes', async () => {
    await expectOnlyRefusals(mboxImporter, {
      name: 'a.mbox',
      seeds: [Buffer.from(`${line}\n${mail('One', '>From x\n\n>>From x')}\n${line}\n${mail('Two', 'x')}\n`)],
    })
  })
})
