import type { Element } from 'domhandler'
import { CuttingsError } from '#shared/errors'
import { elementAttribute } from '../documents/elementAttribute'
import { createInnerPictures, mostPictures } from '../documents/innerPictures'
import { linkAddress } from '../documents/linkAddress'
import { partPath } from '../documents/partPath'
import { streamElements } from '../documents/streamElements'
import { createMarkupBudget, mostMarkup } from '../documents/unpackedBudget'
import { readZipHead, type ZipHead } from '../documents/zipHead'
import { openParts } from '../documents/zipParts'
import { deepest, mostAttributes } from '../markup/parseMarkup'
import { mostPassages } from '../passageLimit'
import type { ImportedItem, Importer, ImportFile } from '../types'
import { createFlatPictures } from './flatPictures'
import { isEncryptedDocument } from './isEncryptedDocument'
import type { OdtContext } from './odtContext'
import { inText, readOpenDocument } from './readOpenDocument'

const mediaType = 'application/vnd.oasis.opendocument.text'

const isNamedSo = (name: string): boolean => /\.(?:odt|ott|fodt)$/i.test(name)

/** Whether it is a text or a template of one: spreadsheets and the like have types of their own. */
const isTextType = (stated: string): boolean => stated === mediaType || stated === `${mediaType}-template`

const recogniseZip = ({ names, mimetype }: ZipHead, name: string): number => {
  if (mimetype !== undefined) return isTextType(mimetype) ? 0.95 : 0
  const looksSo = names.some((one) => /^(?:META-INF\/manifest|content|styles)\.xml$/.test(one))
  if (names.length > 1 && !looksSo) return 0
  return isNamedSo(name) ? 0.7 : 0
}

const isFlat = (head: Uint8Array): boolean => {
  const text = Buffer.from(head.subarray(0, 8192)).toString('latin1')
  return /<(?:\w+:)?document\b[^>]*\bmimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.text["']/.test(
    text,
  )
}

const addressOf = (image: Element): { readonly address: string } | undefined => {
  const address = linkAddress(elementAttribute(image, 'href'))
  return address === undefined ? undefined : { address }
}

const named = (picture: string | undefined): { readonly picture: string } | undefined =>
  picture === undefined ? undefined : { picture }

async function* readPackage(file: ImportFile): AsyncGenerator<ImportedItem> {
  const parts = await openParts(file)
  if (parts.entry('encrypted-package') || isEncryptedDocument(await parts.tree('META-INF/manifest.xml')))
    throw new CuttingsError('encrypted')
  const pictures = createInnerPictures(parts)
  const pictureOf: OdtContext['pictureOf'] = (image) =>
    named(pictures.nameOf(partPath('', elementAttribute(image, 'href') ?? ''))) ?? addressOf(image)
  const streams = ['meta.xml', 'styles.xml']
    .filter((name) => parts.entry(name))
    .map((name) => parts.elements(name, inText))
  yield await readOpenDocument([...streams, parts.elements('content.xml', inText)], pictureOf, file.name)
  yield* pictures.files()
}

async function* bytesIn(file: ImportFile): AsyncGenerator<Uint8Array> {
  const size = 1024 * 1024
  for (let at = 0; at < file.size; at += size) yield await file.read(at, size)
}

async function* readFlat(file: ImportFile): AsyncGenerator<ImportedItem> {
  const pictures = createFlatPictures()
  const pictureOf: OdtContext['pictureOf'] = (image) => named(pictures.nameOf(image)) ?? addressOf(image)
  const stream = streamElements(bytesIn(file), inText, createMarkupBudget())
  yield await readOpenDocument([stream], pictureOf, file.name)
  yield* pictures.files()
}

/** OpenDocument texts, packed or flat. */
export const odtImporter: Importer = {
  id: 'odt',
  name: 'OpenDocument text',
  extensions: ['odt', 'ott', 'fodt'],
  mediaType,
  limit: 500 * 1024 * 1024,
  limits: {
    'unpacked bytes of markup': mostMarkup,
    passages: mostPassages,
    'attributes of one element': mostAttributes,
    pictures: mostPictures,
    'elements inside each other': deepest,
  },
  recognise: (head, name) => {
    const zip = readZipHead(head)
    if (zip) return recogniseZip(zip, name)
    return isFlat(head) ? 0.95 : 0
  },
  parse: async function* (file) {
    const head = await file.read(0, 8192)
    if (readZipHead(head)) yield* readPackage(file)
    else if (isFlat(head)) yield* readFlat(file)
    else
      throw new CuttingsError('damaged-file', { reason: 'it is neither a ZIP nor a flat OpenDocument file' })
  },
}
