import type { Document, Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { parseMarkup } from '../markup/parseMarkup'
import type { ByteSource } from '../types'
import { bytesOf, openZip, type ZipEntry } from '../zip/openZip'
import { decodeXml } from './decodeXml'
import { streamElements } from './streamElements'
import { createMarkupBudget } from './unpackedBudget'

/** The parts of a document that is a ZIP, by their names; nothing is unpacked before it is asked for. */
export interface ZipParts {
  /** Letters are compared without case, as in OPC (ECMA-376 part 2, 6.2.2.3). */
  readonly entry: (name: string) => ZipEntry | undefined
  /** A part as text, decoded by XML's rules; undefined where there is none. Counts against what may be unpacked. */
  readonly text: (name: string) => Promise<string | undefined>
  /** The same, parsed as XML. */
  readonly tree: (name: string) => Promise<Document | undefined>
  /** What stands in containers of a large part, one after the other (`streamElements`). */
  readonly elements: (name: string, containers: ReadonlySet<string>) => AsyncIterable<Element>
}

/** Bytes of a part that is held as a whole, at most. */
export const mostWhole = 32 * 1024 * 1024

const keyOf = (name: string): string => name.replace(/^\/+/, '').toLowerCase()

export const openParts = async (source: ByteSource): Promise<ZipParts> => {
  const entries = new Map<string, ZipEntry>()
  for (const entry of await openZip(source))
    // The first of a name counts, so that a second one cannot hide what was looked at.
    if (!entry.isFolder && !entries.has(keyOf(entry.name))) entries.set(keyOf(entry.name), entry)
  const budget = createMarkupBudget()

  const text = async (name: string): Promise<string | undefined> => {
    const entry = entries.get(keyOf(name))
    if (!entry) return undefined
    const bytes = await bytesOf(entry, mostWhole)
    budget.take(bytes.length)
    return decodeXml(bytes)
  }
  return {
    entry: (name) => entries.get(keyOf(name)),
    text,
    tree: async (name) => {
      const found = await text(name)
      return found === undefined ? undefined : parseMarkup(found, { xml: true })
    },
    elements: (name, containers) => {
      const entry = entries.get(keyOf(name))
      if (!entry) throw new CuttingsError('damaged-file', { reason: `${name} is missing in it` })
      return streamElements(entry.parts(), containers, budget)
    },
  }
}
