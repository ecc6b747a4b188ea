import { describe, expect, it } from 'vitest'
import { zipOf } from './fixtures/zipOf'
import { readZipHead } from './zipHead'

describe('the head of a ZIP', () => {
  it('names what lies in it, in its order, and the type that stands first', async () => {
    const bytes = await zipOf({ mimetype: 'application/epub+zip\n', 'a.txt': 'Text.', 'b/c.txt': 'More.' })
    expect(readZipHead(bytes)).toEqual({
      names: ['mimetype', 'a.txt', 'b/c.txt'],
      mimetype: 'application/epub+zip',
    })
  })

  it('does not take files of an archive that is inside it for its own', async () => {
    const inner = await zipOf({ 'word/document.xml': '<a/>', 'word/styles.xml': '<a/>' })
    expect(readZipHead(await zipOf({ 'inner.docx': inner, 'a.txt': '' }))?.names).toEqual([
      'inner.docx',
      'a.txt',
    ])
  })

  it('finds the next file where sizes are stated behind the data', async () => {
    const bytes = Buffer.from(await zipOf({ a: '', 'b.txt': 'Text.', 'c.txt': 'More.' }))
    const second = bytes.indexOf('PK\x03\x04', 4, 'latin1')
    bytes.writeUInt16LE(8, second + 6)
    bytes.writeUInt32LE(0, second + 18)
    expect(readZipHead(bytes)?.names).toEqual(['a', 'b.txt', 'c.txt'])
  })

  it('is none of other bytes, and ends where the bytes do', () => {
    expect(readZipHead(Buffer.from('PK'))).toBeUndefined()
    expect(readZipHead(Buffer.from('A text about PK\x03\x04'))).toBeUndefined()
    expect(readZipHead(Buffer.from('PK\x03\x04'))).toEqual({ names: [], mimetype: undefined })
  })
})
