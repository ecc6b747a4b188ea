const percentRun = /(?:%[0-9a-fA-F]{2})+/g
const quotedRun = /(?:=[0-9a-fA-F]{2})+/g
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));?/g
const escape = /\\+(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8}))/g
const base64Run = /[A-Za-z0-9+/_-]{6,}/g
const hexRun = /(?:[0-9a-fA-F]{2}[\s:,]?){4,}/g

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
}

/** Latin letters with a mark, by the name of the mark: `&eacute;`. */
const namedMarks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ')

const namedCharacter = (name: string, whole: string): string => {
  const known = namedEntities[name]
  if (known !== undefined) return known
  const mark = namedMarks[name.slice(1)]
  return mark === undefined ? whole : `${name.slice(0, 1)}${mark}`
}

const fromHex = (run: string): string => Buffer.from(run.replace(/[^0-9a-fA-F]/g, ''), 'hex').toString('utf8')

const unpercent = (text: string): string => text.replace(percentRun, fromHex)

/** Quoted-printable (RFC 2045), soft line breaks included. */
const unquote = (text: string): string => text.replace(/=\r?\n/g, '').replace(quotedRun, fromHex)

const unentity = (text: string): string =>
  text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal))
    if (hex !== undefined) return character(parseInt(hex, 16))
    return name === undefined ? whole : namedCharacter(name, whole)
  })

const unescape = (text: string): string =>
  text
    .replace(escape, (_, ...codes: readonly (string | undefined)[]) =>
      character(parseInt(codes.slice(0, 4).find((code) => code !== undefined) ?? '0', 16)),
    )
    .replace(/\\[nrtbf/"\\]/g, ' ')

const replacing = [unpercent, unquote, unentity, unescape]

const isTextual = (bytes: Buffer): boolean => bytes.includes(0) || !bytes.toString('utf8').includes('\ufffd')

/** Bytes as text: UTF-8, and UTF-16 where they have zeros. */
const textsOfBytes = (bytes: Buffer): string[] =>
  bytes.includes(0) ? [bytes.toString('utf8'), ...utf16Of(bytes)] : [bytes.toString('utf8')]

/** What runs of Base64 decode to, wherever in the run the words begin. */
const fromBase64 = (text: string): string[] => {
  const found: string[] = []
  for (const [run] of text.matchAll(base64Run))
    for (let at = 0; at < 4 && run.length - at >= 6; at += 1) {
      const bytes = Buffer.from(run.slice(at), 'base64')
      if (isTextual(bytes)) found.push(...textsOfBytes(bytes))
      else found.push(bytes.toString('utf8').replaceAll('\ufffd', ' '))
    }
  return [found.join('\n')]
}

const fromHexRuns = (text: string): string[] => {
  const found: string[] = []
  for (const [run] of text.matchAll(hexRun)) {
    const bytes = Buffer.from(run.replace(/[^0-9a-fA-F]/g, ''), 'hex')
    found.push(...textsOfBytes(bytes))
  }
  return [found.join('\n')]
}

/** Both byte orders, from an even and from an odd place. */
export const utf16Of = (bytes: Buffer): string[] =>
  ['utf-16le', 'utf-16be'].flatMap((encoding) => {
    const decoder = new TextDecoder(encoding)
    return [decoder.decode(bytes), decoder.decode(bytes.subarray(1))]
  })

/** Escapes inside escapes, so often. */
const deepest = 3

/** Each kind of escape, one after another, until nothing is left to unfold. */
const unfold = (text: string): string => {
  let unfolded = text
  for (let round = 0; round < deepest; round += 1) {
    const next = replacing.reduce((decoded, decode) => decode(decoded), unfolded)
    if (next === unfolded) break
    unfolded = next
  }
  return unfolded
}

/** Marks inside a name part its letters for a machine and not for a reader. */
const untag = (text: string): string => text.replace(/<[^<>]{0,2000}>/g, '')

/**
 * A text and what it may stand for: percent, quoted-printable, HTML and JSON escapes, Base64 (also over lines) and hex digits,
 * each on its own and after one another.
 */
export const decodings = (text: string): readonly string[] => {
  const once = replacing.map((decode) => decode(text))
  const plain = [...new Set([text, ...once, unfold(text), untag(text), unfold(untag(text))])]
  const unwrapped = /[A-Za-z0-9+/_-]{40,}\r?\n/.test(text) ? [text.replace(/\r?\n/g, '')] : []
  const packed = [...plain, ...unwrapped].flatMap((each) => [...fromBase64(each), ...fromHexRuns(each)])
  return [...new Set([...plain, ...packed, ...packed.map(unfold)])].filter((each) => each !== '')
}
