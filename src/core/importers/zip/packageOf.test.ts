import { expect, it } from 'vitest'
import { findFormat } from '../findFormat'
import { importers } from '../registry'
import { packageOf } from './packageOf'

/** A local header with an empty body, and what follows. */
const zipHead = (name: string, content = ''): Uint8Array =>
  Buffer.from(`PK\x03\x04${'\0'.repeat(26)}${name}${content}`, 'latin1')

const found = (head: Uint8Array, name: string): string => {
  const format = findFormat(importers, head, name)
  return 'error' in format ? format.error.message : format.importer.id
}

it('tells packages from collections of files by their first entries', () => {
  expect(packageOf(zipHead('[Content_Types].xml'))?.found).toBe('an Office document that is no text')
  expect(packageOf(zipHead('META-INF/MANIFEST.MF'))?.found).toBe('a Java archive')
  expect(packageOf(zipHead('notes/a.txt'))).toBeUndefined()
})

it('refuses a workbook as what it is, and opens no package as if it were a folder', () => {
  expect(found(zipHead('[Content_Types].xml'), 'a.xlsx')).toContain('an Office document that is no text')
  expect(found(zipHead('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'), 'a.ods')).toContain(
    'an OpenDocument file that is no text',
  )
  expect(found(zipHead('notes/a.txt'), 'a.zip')).toBe('zip')
})
