import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkDigest, digestOf } from './checkDigest'
import { readHttpResponse } from './httpResponse'
import { response } from './fixtures/buildWarc'

const content = Buffer.from('content')
const hex = (name: string): string => createHash(name).update(content).digest('hex')

describe('checkDigest', () => {
  it('reads hashes in hex and in base 32', () => {
    // `printf content | openssl sha1 -binary | base32`
    expect(checkDigest('sha1:AQHQN7LXICJEPDKFA52PLORQYXNHRLGI', [content])).toBe('matches')
    expect(checkDigest(`sha1:${hex('sha1')}`, [content])).toBe('matches')
    expect(checkDigest(`sha-256:${hex('sha256').toUpperCase()}`, [content])).toBe('matches')
    expect(checkDigest(`sha256:${hex('sha256')}`, [Buffer.from('other'), content])).toBe('matches')
    expect(checkDigest(`md5:${hex('md5')}`, [Buffer.from('other')])).toBe('broken')
  })

  it('does not check what it does not know', () => {
    for (const stated of ['crc32:abcdefgh', 'sha1:short', 'sha1', '', 'toString:AAAA'])
      expect(checkDigest(stated, [content])).toBe('not-checkable')
  })

  it('lets the digest of the block settle it', () => {
    const headers = new Map([
      ['warc-block-digest', `sha1:${hex('sha1')}`],
      ['warc-payload-digest', `sha1:${'0'.repeat(40)}`],
    ])
    expect(digestOf(headers, content, [])).toBe('matches')
    expect(digestOf(headers, Buffer.from('other'), [])).toBe('broken')
    expect(digestOf(new Map(), content, [])).toBe('absent')
  })
})

describe('readHttpResponse', () => {
  const packed: Readonly<Record<string, Buffer>> = {
    gzip: gzipSync(content),
    deflate: deflateSync(content),
    'deflate ': deflateRawSync(content),
    br: brotliCompressSync(content),
    identity: content,
  }
  for (const [encoding, body] of Object.entries(packed))
    it(`unpacks ${encoding}, within its limit`, () => {
      const read = readHttpResponse(response(body, 'text/html', [`Content-Encoding: ${encoding}`]))
      expect(read?.content(100)).toEqual(content)
      expect(read?.content(3)).toBeUndefined()
    })

  it('keeps a body that was unpacked or joined before it was stored', () => {
    const more = ['Content-Encoding: gzip', 'Transfer-Encoding: chunked']
    expect(readHttpResponse(response(content, 'text/html', more))?.content(100)).toEqual(content)
  })

  it('takes nothing else for a response', () => {
    expect(readHttpResponse(Buffer.from('GET / HTTP/1.1\r\n\r\n'))).toBeUndefined()
    expect(readHttpResponse(Buffer.from('HTTP/1.1 200 OK'))).toBeUndefined()
  })
})
