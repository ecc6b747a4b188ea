import { describe, expect, it } from 'vitest'
import { findFormat } from './findFormat'
import { importers } from './registry'

const result = (bytes: Uint8Array | string, name: string): string => {
  const found = findFormat(importers, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, name)
  return 'error' in found ? `${found.error.code} ${found.mediaType}` : found.importer.id
}

describe('findFormat', () => {
  it('knows a text by its content, whatever its name', () => {
    for (const name of ['a.txt', 'a', 'a.pdf', 'article.article'])
      expect(result('A headline\n\nText.', name)).toBe('text')
  })

  it('knows a PDF by its content, whatever its name', () => {
    for (const name of ['a.pdf', 'a.txt', 'a']) expect(result('%PDF-1.7\n', name)).toBe('pdf')
  })

  const refused: readonly (readonly [string, string, string])[] = [
    ['', 'a.txt', 'empty application/octet-stream'],
    ['\x00\x01\x02\x03', 'a.txt', 'not-text application/octet-stream'],
    ['\x00\x01\x02\x03', 'a.xyz', 'unknown-format application/octet-stream'],
    ['PK\x03\x04', 'a.docx', 'unknown-format application/zip'],
    ['\xff\xd8\xff\xe0', 'a.jpg', 'unknown-format image/jpeg'],
    ['<!doctype html><p>Text', 'a.html', 'unknown-format text/html'],
    ['{"headline": "A"}', 'a.json', 'unknown-format application/json'],
  ]
  for (const [bytes, name, expected] of refused)
    it(`refuses ${JSON.stringify(bytes)} named ${name}`, () => expect(result(bytes, name)).toBe(expected))
})
