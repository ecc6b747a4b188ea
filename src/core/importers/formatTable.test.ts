import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { formatTable } from './fixtures/formatTable'
import { importers } from './registry'

const path = resolve(import.meta.dirname, '../../../ARCHITECTURE.md')
const begin = '<!-- formats -->\n\n'
const end = '\n\n<!-- /formats -->'

const tableIn = (text: string): string => text.slice(text.indexOf(begin) + begin.length, text.indexOf(end))

/** With `CUTTINGS_FORMATS=write` the table is written there instead. */
const write = process.env['CUTTINGS_FORMATS'] === 'write'

it('stands in ARCHITECTURE.md as the registry has it', () => {
  const text = readFileSync(path, 'utf8')
  const table = formatTable(importers)
  if (write)
    writeFileSync(
      path,
      `${text.slice(0, text.indexOf(begin) + begin.length)}${table}${text.slice(text.indexOf(end))}`,
    )
  expect(tableIn(readFileSync(path, 'utf8'))).toBe(table)
})

it('would notice a format that is not in it (control)', () => {
  const [first, ...others] = importers
  expect(first).toBeDefined()
  expect(tableIn(readFileSync(path, 'utf8'))).not.toBe(formatTable(others))
})
