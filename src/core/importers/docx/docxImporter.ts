import { CuttingsError } from '#shared/errors'
import { createInnerPictures, mostPictures } from '../documents/innerPictures'
import { mostMarkup } from '../documents/unpackedBudget'
import { readZipHead, type ZipHead } from '../documents/zipHead'
import { openParts } from '../documents/zipParts'
import { deepest, mostAttributes } from '../markup/parseMarkup'
import { mostPassages } from '../passageLimit'
import type { Importer } from '../types'
import { holdsEncryptedPackage, isOle } from './encryptedOffice'
import { readWord } from './readWord'

const extensions = ['docx', 'docm', 'dotx', 'dotm']

const isNamedSo = (name: string): boolean => /\.(?:docx|docm|dotx|dotm)$/i.test(name)

/** A package of Office has types of its content; Word's parts stand in a folder of their own. */
const recogniseZip = ({ names, mimetype }: ZipHead, name: string): number => {
  if (mimetype !== undefined) return 0
  const isPackage = names.some((one) => one === '[Content_Types].xml' || one === '_rels/.rels')
  if (names.some((one) => /^word\/./i.test(one))) return isPackage || isNamedSo(name) ? 0.95 : 0.5
  if (names.some((one) => /^(?:xl|ppt|visio)\/./i.test(one))) return 0
  return isNamedSo(name) ? 0.7 : 0
}

/** Bytes of an OLE file that are searched for what is in it. */
const olePart = 50 * 1024 * 1024

/** Documents of Word since 2007 and of what writes its format. */
export const docxImporter: Importer = {
  id: 'docx',
  name: 'Word document',
  extensions,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  limit: 500 * 1024 * 1024,
  limits: {
    'unpacked bytes of markup': mostMarkup,
    passages: mostPassages,
    'attributes of one element': mostAttributes,
    pictures: mostPictures,
    'elements inside each other': deepest,
  },
  recognise: (head, name) => {
    // Locked documents are taken so that the refusal can say what is wrong; old .doc files are not this format.
    if (isOle(head)) return holdsEncryptedPackage(head) ? 0.9 : isNamedSo(name) ? 0.6 : 0
    const zip = readZipHead(head)
    return zip ? recogniseZip(zip, name) : 0
  },
  parse: async function* (file) {
    const head = await file.read(0, 8)
    if (isOle(head)) {
      if (holdsEncryptedPackage(await file.read(0, Math.min(file.size, olePart))))
        throw new CuttingsError('encrypted')
      throw new CuttingsError('unknown-format', { found: 'an old Office document' })
    }
    const parts = await openParts(file)
    const pictures = createInnerPictures(parts)
    yield await readWord(parts, pictures, file.name)
    yield* pictures.files()
  },
}
