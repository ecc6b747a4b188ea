import type { DocumentFields } from '../documents/documentFields'

/** Lines of front matter, at most. */
const mostLines = 500

export interface FrontMatter {
  /** Values by key, in lower case; a list has several. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** The text after it. */
  readonly rest: string
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')

const valuesOf = (value: string): readonly string[] => {
  const list = /^\[(.*)\]$/.exec(value.trim())
  const parts = list ? (list[1] ?? '').split(',') : [value]
  return parts.map(unquoted).filter((one) => one !== '')
}

const readLines = (lines: readonly string[]): ReadonlyMap<string, readonly string[]> | undefined => {
  const values = new Map<string, string[]>()
  let last: string[] | undefined
  for (const line of lines) {
    const [, key, value] = /^([A-Za-z][\w .-]{0,60}?)\s*:(?:\s+(.*))?$/.exec(line) ?? []
    if (key !== undefined) {
      last = [...valuesOf(value ?? '')]
      values.set(key.toLowerCase(), last)
    } else if (last && /^\s*-\s+\S/.test(line)) last.push(unquoted(line.replace(/^\s*-\s+/, '')))
    // What stands further in belongs to a value that is not read.
    else if (!/^(?:\s|#|$)/.test(line)) return undefined
  }
  return values.size > 0 ? values : undefined
}

/** The lines of `key: value` between two lines of three dashes at the beginning, as far as they are simple YAML. */
export const readFrontMatter = (text: string): FrontMatter => {
  const none: FrontMatter = { values: new Map(), rest: text }
  if (!/^---[ \t]*\r?\n/.test(text)) return none
  const lines = text.slice(0, 100_000).split(/\r?\n/, mostLines + 1)
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (end < 0) return none
  const values = readLines(lines.slice(1, end))
  if (!values) return none
  let at = 0
  for (let line = 0; line <= end; line += 1) at = text.indexOf('\n', at) + 1 || text.length
  return { values, rest: text.slice(at) }
}

/** Takes what front matter says of the text. */
export const takeFrontMatter = ({ values }: FrontMatter, fields: DocumentFields): void => {
  const named = (...keys: string[]): readonly string[] => keys.flatMap((key) => values.get(key) ?? [])
  for (const title of named('title')) fields.title('document', title)
  fields.author('document', named('author', 'authors', 'byline'))
  for (const date of named('date', 'published')) fields.date('published', 'document', date)
  for (const date of named('modified', 'lastmod', 'updated')) fields.date('modified', 'document', date)
  fields.keywords('document', named('tags', 'keywords', 'categories'))
  for (const language of named('lang', 'language')) fields.language('document', language)
  const [publisher] = named('publisher').flatMap(
    (value) => fields.found('publisher', 'document', value) ?? [],
  )
  if (publisher !== undefined) fields.fields.publisher = publisher
}
