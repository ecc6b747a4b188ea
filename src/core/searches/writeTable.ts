import { basename } from 'node:path'
import type { WrittenTable } from '#shared/contract/jobs'
import type { PackDisk } from '../exporters/pack/packDisk'
import { mustBeFree, writeBeside } from '../exporters/writeBeside'
import type { WrittenKind } from '../exporters/writtenFault'

/** One piece of a table: rows of it, and their text. */
export interface TablePart {
  readonly rows: number
  readonly text: string
}

const table: WrittenKind = { what: 'the table', unwritable: 'table-unwritable' }

/** Throws `destination-exists` where something is there. */
export const tableMustBeFree = (path: string): Promise<void> => mustBeFree(path, table)

/**
 * Writes a table, whole or not at all (`writeBeside`). Throws `destination-exists`, `disk-full`, `table-unwritable`,
 * `write-failed`.
 */
export const writeTable = async (
  path: string,
  parts: AsyncIterable<TablePart>,
  disk: PackDisk,
): Promise<WrittenTable> => {
  let rows = 0
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of parts) {
      yield Buffer.from(part.text)
      rows += part.rows
    }
  }
  const bytes = await writeBeside(path, chunks(), disk, table)
  return { name: basename(path), rows, bytes }
}
