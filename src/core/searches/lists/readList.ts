import { lstat, readFile } from 'node:fs/promises'
import { longestPaste, mostQueries } from '#shared/contract/queryLists'
import { CuttingsError } from '#shared/errors'
import { readRows } from '../../importers/table/readRows'
import { restoreCell } from '../../importers/table/restoreCell'
import { sniffTable } from '../../importers/table/sniffTable'
import type { Delimiter } from '../../importers/table/sniffTable'
import { decodeText } from '../../importers/text/decodeText'
import { createPauses } from '../../jobs/createPauses'
import { wholeCharacters } from '../plainWords'

/** Bytes of a file with a list; ten thousand rows of the longest queries take less. */
const mostBytes = 50 * 1024 * 1024

/** Characters by which the separator is found. */
const sniffed = 64 * 1024

export type ListSource = { readonly path: string } | { readonly text: string }

const tooMany = (most: number, what: string): CuttingsError => new CuttingsError('list-limit', { most, what })

const reasonOf = ({ code, details }: CuttingsError): string => {
  if (code === 'empty') return 'it is empty'
  if (code === 'not-text') return `it is not text (${String(details['found'])})`
  if (code === 'limit') return `more than ${String(details['most'])} ${String(details['what'])}`
  return String(details['reason'] ?? code)
}

/** Whatever the readers of tables refuse, in words that are about a list. */
const asListFault = (error: unknown): unknown => {
  if (!(error instanceof CuttingsError) || error.code === 'list-limit' || error.code === 'list-unreadable')
    return error
  return new CuttingsError('list-unreadable', { reason: reasonOf(error) }, { cause: error })
}

const bytesOf = async (path: string): Promise<Buffer> => {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isFile()) throw new CuttingsError('list-unreadable', { reason: 'it is not a file' })
  if (found.size > mostBytes) throw tooMany(mostBytes / 1024 / 1024, 'megabytes')
  try {
    return await readFile(path)
  } catch (cause) {
    throw new CuttingsError('list-unreadable', { reason: 'the system refused it' }, { cause })
  }
}

/** The text of a list, in pieces, from its beginning each time. */
const textOf = async (source: ListSource): Promise<() => Iterable<string>> => {
  if ('path' in source) return decodeText(await bytesOf(source.path)).chunks
  if (source.text.length > longestPaste) throw tooMany(longestPaste, 'characters')
  const text = wholeCharacters(source.text)
  if (text.includes('\0')) throw new CuttingsError('not-text', { found: 'NUL characters' })
  return () => [text]
}

/** A list with one column is cut at tabs, which its lines hardly hold: commas in names stay. */
const delimiterOf = (chunks: Iterable<string>): Delimiter => {
  let beginning = ''
  for (const chunk of chunks) {
    beginning += chunk
    if (beginning.length > sniffed) break
  }
  return sniffTable(beginning.slice(0, sniffed), beginning.length <= sniffed)?.delimiter ?? '\t'
}

/** Of a line without end the beginning is enough: it is too long for a search, and adding to all of it would take minutes. */
const longestLine = 100_000
const beginningOf = (line: string): string =>
  line.length > longestLine ? line.trimStart().slice(0, longestLine) : line

const linesOf = function* (chunks: Iterable<string>): Generator<readonly string[]> {
  let rest = ''
  for (const chunk of chunks) {
    const lines = (rest + chunk).split(/\r\n|\r(?!$)|\n/)
    rest = beginningOf(lines.pop() ?? '')
    for (const line of lines) if (line.trim() !== '') yield [line]
  }
  if (rest.trim() !== '') yield [rest]
}

/**
 * The rows of a list as cells, blank ones left out: by the reading of tables, or each line as one cell. Throws
 * `list-unreadable`, and `list-limit` where there are more than heads and `mostQueries`.
 */
export const readList = async (
  source: ListSource,
  cut: 'cells' | 'lines',
  signal?: AbortSignal,
): Promise<readonly (readonly string[])[]> => {
  const pause = createPauses(signal)
  const rows: (readonly string[])[] = []
  try {
    const chunks = await textOf(source)
    const read = cut === 'lines' ? linesOf(chunks()) : readRows(chunks(), delimiterOf(chunks()))
    for await (const row of read) {
      rows.push(row.map((cell) => restoreCell(cell) ?? ''))
      if (rows.length > mostQueries + 1) throw tooMany(mostQueries, 'rows')
      await pause()
    }
  } catch (error) {
    throw asListFault(error)
  }
  if (rows.length === 0) throw new CuttingsError('list-unreadable', { reason: 'it is empty' })
  return rows
}
