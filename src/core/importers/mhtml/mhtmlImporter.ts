import { CuttingsError } from '#shared/errors'
import type { Capture } from '#shared/model/article'
import type { ParsedArticle } from '#shared/model/parsed'
import { decodeHtml } from '../html/decodeHtml'
import { createPictureNames, isPictureType } from '../html/pictureNames'
import { readPage } from '../html/readPage'
import type { ImportedItem, Importer, InnerFile } from '../types'
import { looksLikeMhtml } from './looksLikeMhtml'
import type { MimeHeaders } from './mimeHeaders'
import { deepestParts, mostParts, splitMessage, type MimeMessage, type MimePart } from './mimeParts'
import { utcTime } from '../utcTime'
import { textLimit } from '../textLimit'

const idOf = (value: string | undefined): string | undefined => value?.trim().replace(/^<|>$/g, '')

const isPage = ({ type }: MimePart): boolean =>
  /^(?:text\/html|application\/xhtml\+xml)$/.test(type.mediaType)

/** The part that the archive names as its start, or its first page (RFC 2387, 3.2). */
const rootOf = ({ type, parts }: MimeMessage): MimePart | undefined => {
  const start = idOf(type.parameters.get('start'))
  const named =
    start === undefined ? undefined : parts.find(({ headers }) => idOf(headers.get('content-id')) === start)
  return named && isPage(named) ? named : parts.find(isPage)
}

const webAddress = (value: string | undefined): string | undefined =>
  value !== undefined && URL.canParse(value) && /^https?:/i.test(value) && value.length <= 4000
    ? new URL(value).href
    : undefined

const captureOf = (headers: MimeHeaders, url: string | undefined): Capture | undefined => {
  if (url === undefined) return undefined
  const at = utcTime(new Date(headers.get('date') ?? ''))
  const software = idOf(headers.get('from'))?.replace(/^saved by /i, '')
  return {
    ...(at === undefined ? {} : { at }),
    url,
    ...(software ? { software: software.slice(0, 200) } : {}),
    digest: 'absent',
    signature: 'unsigned',
  }
}

interface Pictures {
  readonly pictureOf: (address: string) => string | undefined
  /** Those that the article shows. */
  readonly files: (article: ParsedArticle) => readonly InnerFile[]
}

/** Pictures among the parts, by `Content-Location` and as `cid:` (RFC 2557, 5 and 8.2). */
const picturesOf = (parts: readonly MimePart[], base: string | undefined): Pictures => {
  const names = createPictureNames()
  const byAddress = new Map<string, { readonly name: string; readonly part: MimePart }>()
  const absolute = (address: string): string =>
    URL.canParse(address, base) ? new URL(address, base).href : address
  for (const part of parts) {
    if (!isPictureType(part.type.mediaType)) continue
    const location = part.headers.get('content-location')
    const id = idOf(part.headers.get('content-id'))
    const named = { name: names.nameFor(location ?? id ?? '', part.type.mediaType), part }
    if (location !== undefined) byAddress.set(absolute(location), named)
    if (id !== undefined) byAddress.set(`cid:${id}`, named)
  }
  return {
    pictureOf: (address) => (byAddress.get(address) ?? byAddress.get(absolute(address)))?.name,
    files: ({ slots }) => {
      const shown = new Set(slots.map(({ picture }) => picture))
      return [...new Set(byAddress.values())]
        .filter(({ name }) => shown.has(name))
        .map(({ name, part }) => ({ kind: 'file', name, parts: bytesOf(part) }))
    },
  }
}

function* bytesOf(part: MimePart): Generator<Uint8Array> {
  yield part.bytes()
}

async function* readArchive(bytes: Uint8Array): AsyncGenerator<ImportedItem> {
  const message = splitMessage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const root = rootOf(message)
  if (!root) throw new CuttingsError('damaged-file', { reason: 'there is no page in this web archive' })
  const location = root.headers.get('content-location')
  const url = webAddress(message.headers.get('snapshot-content-location')) ?? webAddress(location)
  const pictures = picturesOf(message.parts, url ?? location)
  const { html, charset, doubts } = decodeHtml(root.bytes(), root.type.parameters.get('charset'))
  const { article, files } = await readPage(html, { url, pictureOf: pictures.pictureOf })
  const capture = captureOf(message.headers, url)
  const cut = {
    field: 'text',
    message: 'The web archive ends before its last part does; something may be missing.',
  }
  yield {
    ...article,
    charset,
    ...(capture ? { capture } : {}),
    doubts: [...doubts, ...(message.cutOff ? [cut] : []), ...article.doubts],
  }
  yield* files
  yield* pictures.files(article)
}

/** Web archives in one file, as browsers save them (MHTML, RFC 2557). */
export const mhtmlImporter: Importer = {
  id: 'mhtml',
  name: 'Web archive (MHTML)',
  extensions: ['mhtml', 'mht'],
  mediaType: 'multipart/related',
  limit: textLimit,
  limits: { parts: mostParts, 'parts inside each other': deepestParts },
  recognise: looksLikeMhtml,
  parse: async function* (file) {
    yield* readArchive(await file.bytes())
  },
}
