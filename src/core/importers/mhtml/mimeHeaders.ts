/** Header fields of a message or one of its parts, by lower-case name; of several with one name the first. */
export type MimeHeaders = ReadonlyMap<string, string>

/** Header fields, unfolded (RFC 5322, 2.2.3). Lines that are none are passed over. */
export const readHeaders = (block: string): MimeHeaders => {
  const headers = new Map<string, string>()
  let name: string | undefined
  let value = ''
  const keep = (): void => {
    if (name !== undefined && !headers.has(name)) headers.set(name, value.trim())
  }
  for (const line of block.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      value += ` ${line.trim()}`
      continue
    }
    keep()
    const colon = line.indexOf(':')
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : undefined
    value = line.slice(colon + 1)
  }
  keep()
  return headers
}

export interface ContentType {
  readonly mediaType: string
  readonly parameters: ReadonlyMap<string, string>
}

const parameter = /;\s*([\w*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.){0,2000})"|([^\s;"]{1,2000}))/g

/** `Content-Type` with its parameters (RFC 2045, 5.1). */
export const readContentType = (value: string | undefined): ContentType => {
  const text = (value ?? '').slice(0, 8000)
  const mediaType = /^[^\s;]*/.exec(text)?.[0].toLowerCase() ?? ''
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, bare] of text.matchAll(parameter))
    if (!parameters.has(name.toLowerCase()))
      parameters.set(name.toLowerCase(), quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '')
  return { mediaType, parameters }
}
