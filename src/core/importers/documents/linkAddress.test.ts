import { describe, expect, it } from 'vitest'
import { fieldAddress, linkAddress } from './linkAddress'
import { partPath } from './partPath'

describe('an address in a document', () => {
  it('is kept where it leads to the web or to a mailbox', () => {
    expect(linkAddress(' https://example.org/a ')).toBe('https://example.org/a')
    expect(linkAddress('mailto:a@example.org')).toBe('mailto:a@example.org')
  })

  for (const address of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    '\\\\server\\share',
    '#place',
    'https://',
    '',
  ])
    it(`is left out where it is: ${address}`, () => expect(linkAddress(address)).toBeUndefined())

  it('is read from the instruction of a field', () => {
    expect(fieldAddress(' HYPERLINK \\h "https://example.org/a" ')).toBe('https://example.org/a')
    expect(fieldAddress('HYPERLINK https://example.org/a')).toBe('https://example.org/a')
    expect(fieldAddress('INCLUDETEXT "https://example.org/a"')).toBeUndefined()
  })
})

describe('a reference inside an archive', () => {
  const paths: readonly (readonly [string, string, string])[] = [
    ['word/document.xml', 'media/a.png', 'word/media/a.png'],
    ['word/document.xml', '../../../etc/passwd', 'etc/passwd'],
    ['word/document.xml', '/media/a%20b.png#x', 'media/a b.png'],
    ['OPS/text/a.xhtml', './b.xhtml?q', 'OPS/text/b.xhtml'],
  ]
  for (const [from, reference, path] of paths)
    it(`names a part and nothing outside: ${reference}`, () => expect(partPath(from, reference)).toBe(path))
})
