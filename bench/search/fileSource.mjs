// Documents read from the corpus on disk when they are asked for, as those of a catalogue are: no side's memory holds the
// texts. What is added later stands in a second file, one revision a line, and is seen as soon as it is there.
import { openSync, readSync, closeSync, statSync } from 'node:fs'
import { articleToDocument, idToNumber, numberToId } from './documents.mjs'
import { linesOf } from './lines.mjs'

const openLines = (path) => {
  const places = []
  let file
  let known = 0
  return {
    count: () => {
      const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
      if (size === known) return places.length / 2
      for (const { start, bytes } of linesOf(path, known)) places.push(start, bytes.length)
      known = size
      return places.length / 2
    },
    read: (at) => {
      file ??= openSync(path, 'r')
      const bytes = Buffer.allocUnsafe(places[2 * at + 1])
      readSync(file, bytes, 0, bytes.length, places[2 * at])
      return articleToDocument(JSON.parse(bytes.toString('utf8')))
    },
    close: () => file === undefined || closeSync(file),
  }
}

/** The file into which additions to a corpus go. */
export const additionsTo = (path) => `${path}.additions`

export const createFileSource = (path) => {
  const base = openLines(path)
  const additions = openLines(additionsTo(path))
  const baseCount = base.count()
  return {
    revision: () => 1 + additions.count(),
    total: () => baseCount + additions.count(),
    changesSince: (revision) => {
      const added = additions.count()
      const from = revision === 0 ? 0 : baseCount + revision - 1
      const ids = Array.from({ length: baseCount + added - from }, (_, at) => numberToId(from + at))
      return { revision: 1 + added, ids }
    },
    read: (ids) => {
      const last = baseCount + additions.count()
      return ids
        .map(idToNumber)
        .filter((number) => number < last)
        .map((number) => (number < baseCount ? base.read(number) : additions.read(number - baseCount)))
    },
    mark: String,
    close: () => {
      base.close()
      additions.close()
    },
  }
}
