import { describe, expect, it } from 'vitest'
import { findFormat } from './findFormat'
import { importers } from './registry'
import { textImporter } from './text/textImporter'

const resultOf =
  (among: typeof importers) =>
  (bytes: Uint8Array | string, name: string): string => {
    const found = findFormat(among, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, name)
    return 'error' in found ? `${found.error.code} ${found.mediaType}` : found.importer.id
  }

describe('findFormat', () => {
  const known: readonly (readonly [string, string, string])[] = [
    ['A headline\n\nText.', 'a.txt', 'text'],
    ['A headline\n\nText.', 'a', 'text'],
    ['A headline\n\nText.', 'a.pdf', 'text'],
    ['A headline\n\nText.', 'article.article', 'text'],
    ['A headline\n\nText.', 'a.md', 'markdown'],
    ['%PDF-1.7\n', 'a.txt', 'pdf'],
    ['PK\x03\x04', 'a.docx', 'docx'],
    ['PK\x03\x04', 'a.zip', 'zip'],
    ['\xff\xd8\xff\xe0', 'a.txt', 'jpeg'],
    ['<!doctype html><p>Text', 'a.txt', 'html'],
    ['From: a@example.org\nSubject: b\nDate: Fri, 1 Mar 2024 10:00:00 +0000\n\nText', 'a.eml', 'eml'],
    ['\x1f\x8b\x08\x00', 'a.gz', 'gzip'],
  ]
  for (const [bytes, name, expected] of known)
    it(`knows ${JSON.stringify(bytes)} named ${name} by its content`, () =>
      expect(resultOf(importers)(bytes, name)).toBe(expected))

  const refused: readonly (readonly [string, string, string])[] = [
    ['', 'a.txt', 'empty application/octet-stream'],
    ['\x00\x01\x02\x03', 'a.txt', 'not-text application/octet-stream'],
    ['\x00\x01\x02\x03', 'a.xyz', 'unknown-format application/octet-stream'],
    ['{"headline": "A"}', 'a.json', 'unknown-format application/json'],
    ['\x7fELF\x02\x01\x01\x00', 'a.bin', 'unknown-format application/x-elf'],
  ]
  for (const [bytes, name, expected] of refused)
    it(`refuses ${JSON.stringify(bytes)} named ${name}`, () =>
      expect(resultOf(importers)(bytes, name)).toBe(expected))

  it('says what a file is for which there is no importer', () => {
    const result = resultOf([textImporter])
    expect(result('%PDF-1.7\n', 'a.pdf')).toBe('unknown-format application/pdf')
    expect(result('%PDF-1.7\n', 'a.txt')).toBe('not-text application/pdf')
    expect(result('\xff\xd8\xff\xe0', 'a.jpg')).toBe('unknown-format image/jpeg')
  })
})
