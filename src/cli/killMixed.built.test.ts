import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildZip } from '#core/importers/zip/fixtures/buildZip'
import { run, type Line } from './fixtures/runProgram'

/** Files of each kind. */
const each = 6
/** A text, a page and a picture; a zip of a text and a picture; a mail with a text. */
const records = each * 7

const text = (what: string): string => `Report on ${what}\n\nThe harbour was measured for ${what}.\n`

const page = (n: number): string =>
  `<!doctype html><title>Page ${n}</title><article><h1>Page ${n}</h1><p>The quay of page ${n} was built of stone, and of the wood of many ships.</p></article>`

const mail = (n: number): string =>
  [
    'From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 1 Jan 2024 10:00:00 +0000\r\nMIME-Version: 1.0',
    `Subject: Mail ${n}\r\nMessage-ID: <${n}@example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n`,
    `--b\r\nContent-Type: text/plain\r\n\r\nFerry ${n} left late.`,
    `--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="notes.txt"\r\n\r\n${text(`mail ${n}`)}`,
    '--b--\r\n',
  ].join('\r\n')

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** One grey pixel, told from others by its comment. */
const jpeg = (comment: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xfe, Buffer.from(comment)),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
  ])

const makeInput = async (folder: string): Promise<void> => {
  await mkdir(folder)
  for (let n = 0; n < each; n += 1) {
    await writeFile(join(folder, `${n}.txt`), text(`text ${n}`))
    await writeFile(join(folder, `${n}.html`), page(n))
    await writeFile(join(folder, `${n}.jpg`), jpeg(`picture ${n}`))
    await writeFile(join(folder, `${n}.eml`), mail(n))
    const entries = [
      { name: 'a.txt', content: text(`zip ${n}`) },
      { name: 'b.jpg', content: jpeg(`picture in zip ${n}`) },
    ]
    await writeFile(join(folder, `${n}.zip`), buildZip(entries))
  }
}

const heldIn = async (archive: string): Promise<(string | undefined)[]> => {
  const list = run(['list', '--archive', archive])
  expect(await list.ended).toBe(0)
  return list.lines.map(({ id }) => id)
}

const isOriginal = async (archive: string, sha256 = ''): Promise<boolean> => {
  const path = join(archive, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return (
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex') === sha256
  )
}

const isPromise = ({ event }: Line): boolean => event === 'imported'

describe('an import of mixed files and containers', () => {
  let folder = ''
  let input = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cuttings-kill-'))
    input = join(folder, 'input')
    await makeInput(input)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  for (const after of [0, 1, 5, 14, 23, 36])
    it(`that is killed at a moment after ${after} of ${records} records has lost none, and is completed by another`, async () => {
      const archive = join(folder, `archive-${after}`)
      expect(await run(['init', archive]).ended).toBe(0)
      let seen = 0
      const later = Math.random() * 60
      const killed = run(['import', '--archive', archive, input], (line, child) => {
        if (isPromise(line)) seen += 1
        if (seen > after) setTimeout(() => child.kill('SIGKILL'), later)
      })
      await killed.ended
      const promised = killed.lines.filter(isPromise)
      const held = new Set(await heldIn(archive))
      expect(promised.filter(({ id }) => !held.has(id))).toEqual([])
      for (const { sha256 } of promised) expect(await isOriginal(archive, sha256)).toBe(true)

      const again = run(['import', '--archive', archive, input])
      expect(await again.ended).toBe(0)
      const before = new Set(promised.map(({ id }) => id))
      expect(again.lines.filter((line) => isPromise(line) && before.has(line.id))).toEqual([])
      expect(new Set(await heldIn(archive)).size).toBe(records)
      expect(await readdir(join(archive, 'staging'))).toEqual([])
      const verified = run(['verify', '--archive', archive])
      expect(await verified.ended).toBe(0)
      expect(verified.lines.at(-1)).toMatchObject({ ok: true, problems: 0 })
    }, 300_000)
})
