import { describe, expect, it } from 'vitest'
import { CuttingsError } from '#shared/errors'
import { textInside } from '../markup/elements'
import { streamElements } from './streamElements'
import { createBudget } from './unpackedBudget'

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

const read = async (bytes: Uint8Array, size = 7, most = 10_000_000): Promise<readonly string[]> => {
  const found: string[] = []
  const containers = new Set(['body'])
  for await (const element of streamElements(inParts(bytes, size), containers, createBudget('bytes', most)))
    found.push(`${element.name}: ${textInside(element)}`)
  return found
}

const markup = '<w:body>lost<w:p>Zoë &amp; <b>Ñ</b></w:p><x/><w:p>&#x41;<![CDATA[<b>]]></w:p></w:body>'

describe('streamElements', () => {
  it('gives each element in a container with its text, wherever the bytes are cut', async () => {
    for (const size of [1, 2, 3, 1000])
      expect(await read(Buffer.from(markup), size)).toEqual(['w:p: Zoë & Ñ', 'x: ', 'w:p: A<b>'])
  })

  it('reads the charset from a byte order mark, or from the declaration', async () => {
    expect(await read(Buffer.from(`\ufeff${markup}`, 'utf16le'))).toHaveLength(3)
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><body><p>Zoë</p></body>', 'latin1')
    expect(await read(latin, 1000)).toEqual(['p: Zoë'])
  })

  const refused: Readonly<Record<string, string>> = {
    'attributes of one element': `<body><p ${Array.from({ length: 10_001 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
    'elements inside each other': `<body>${'<p>'.repeat(1000)}`,
    'elements and attributes in one part of the text': `<body><p>${'<b a="1"/>'.repeat(1_000_001)}</p></body>`,
  }
  for (const [what, hostile] of Object.entries(refused))
    it(`refuses too many ${what}`, async () => {
      await expect(read(Buffer.from(hostile), 65_536, 100_000_000)).rejects.toMatchObject({
        code: 'limit',
        details: { what },
      })
    })

  it('forgets an element once it is handed over, so that a document may have any number', async () => {
    const long = `<body>${'<p a="1">x</p>'.repeat(700_000)}</body>`
    expect(await read(Buffer.from(long), 65_536, 100_000_000)).toHaveLength(700_000)
  })

  it('counts the bytes that come, and stops where they are too many', async () => {
    await expect(read(Buffer.from(markup), 7, 20)).rejects.toBeInstanceOf(CuttingsError)
  })
})
