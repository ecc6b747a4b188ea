import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { expectOnlyRefusals } from '../fixtures/expectOnlyRefusals'
import { articleIn, readWith } from '../fixtures/readWith'
import { mhtmlImporter } from './mhtmlImporter'

const fixtures = join(import.meta.dirname, 'fixtures')
const names = readdirSync(fixtures).filter((name) => /\.mht(?:ml)?$/.test(name))
const bytesOf = (name: string): Buffer => readFileSync(join(fixtures, name))
const blink = bytesOf('blink.mhtml')

const nested = (depth: number): Buffer => {
  const head = (level: number): string =>
    `Content-Type: multipart/related; boundary=b${level}x\r\n\r\n--b${level}x\r\n`
  return Buffer.from(
    `From: <Saved by X>\r\n${Array.from({ length: depth }, (_, level) => head(level)).join('')}`,
  )
}

describe('the MHTML importer', () => {
  for (const name of names)
    it(`reads ${name} as its expected record says`, async () => {
      const items = await readWith(mhtmlImporter, bytesOf(name), name)
      const found = items.map((item) =>
        item.kind === 'file' ? { ...item, bytes: Buffer.from(item.bytes).toString() } : item,
      )
      const path = join(fixtures, name.replace(/\.mht(?:ml)?$/, '.json'))
      expect(found).toEqual(JSON.parse(readFileSync(path, 'utf8')))
    })

  it('reads what there is of one that was cut off, and says so', async () => {
    const cut = blink.subarray(0, blink.indexOf('A chart'))
    const { passages, doubts } = await articleIn(mhtmlImporter, cut, 'a.mhtml')
    expect(passages).toHaveLength(2)
    expect(doubts).toMatchObject([
      { field: 'text', message: expect.stringContaining('ends before') as string },
    ])
  })

  it('refuses one without a page, and too many parts', async () => {
    const read = (bytes: Buffer) => readWith(mhtmlImporter, bytes, 'a.mhtml')
    await expect(read(Buffer.from('From: <Saved by X>\r\n\r\n'))).rejects.toMatchObject({
      code: 'damaged-file',
    })
    await expect(read(nested(22))).rejects.toMatchObject({ code: 'limit', details: { most: 20 } })
    const many = Buffer.concat([nested(1), Buffer.from('x\r\n--b0x\r\n'.repeat(5001))])
    await expect(read(many)).rejects.toMatchObject({ code: 'limit', details: { most: 5000 } })
  })

  it('takes no name of a picture for a path', async () => {
    const hostile = Buffer.from(blink.toString().replaceAll('/img/boat.png', '/..%2f..%2fetc/passwd%00'))
    const items = await readWith(mhtmlImporter, hostile, 'a.mhtml')
    const files = items.flatMap((item) => (item.kind === 'file' ? item.name : []))
    expect(files).toEqual(['passwd-00.png', 'chart-mhtml.gif'])
  })

  it('throws nothing but refusals, whatever the bytes are', async () => {
    await expectOnlyRefusals(mhtmlImporter, { name: 'a.mhtml', seeds: names.map(bytesOf), runs: 150 })
  })
})

describe('the recognition of MHTML', () => {
  const related = 'Content-Type: multipart/related; boundary=x\r\n'
  const cases: readonly (readonly [string, string, number])[] = [
    [`From: <Saved by Blink>\r\n${related}\r\n`, 'a', 0.98],
    [`Snapshot-Content-Location: https://a.example/\r\n${related}\r\n`, 'a.eml', 0.98],
    [`MIME-Version: 1.0\r\n${related}\r\n`, 'a.mht', 0.95],
    [`MIME-Version: 1.0\r\n${related}\r\n--x\r\nContent-Location: https://a.example/\r\n\r\n`, 'a', 0.95],
    [`MIME-Version: 1.0\r\n${related}\r\n`, 'a.eml', 0],
    [`Received: from x\r\nTo: a@b.example\r\n${related}\r\n--x\r\nContent-Location: y\r\n`, 'a.mht', 0],
    ['From: <Saved by Blink>\r\nContent-Type: text/plain\r\n\r\n', 'a.mht', 0],
    ['From here to there: a headline\n\nText.', 'a.txt', 0],
    ['<html>', 'a.mht', 0],
  ]
  for (const [text, name, score] of cases)
    it(`is sure to ${score} of ${JSON.stringify(text)} named ${name}`, () =>
      expect(mhtmlImporter.recognise(Buffer.from(text), name)).toBe(score))
})
