import { CuttingsError } from '#shared/errors'
import type { Importer } from '../types'
import { mergeFields } from './mergeFields'
import { longestBlock } from './pictureParts'
import { rootElement } from './svg/rootElement'
import { readXmp } from './xmp/readXmp'

const isNamed = (name: string): boolean => name.toLowerCase().endsWith('.xmp')

/** A file of XMP without its picture: a photo of which only the metadata is held. */
export const sidecarImporter: Importer = {
  id: 'xmp',
  name: 'XMP sidecar',
  extensions: ['xmp'],
  mediaType: 'application/rdf+xml',
  limit: longestBlock,
  recognise: (head, name) => {
    const root = rootElement(head)
    if (root === 'xmpmeta' || root === 'xapmeta') return 0.95
    return root === 'RDF' && isNamed(name) ? 0.95 : 0
  },
  parse: async function* (file) {
    const { found, position, capturedAt } = readXmp(await file.bytes(), 'xmp')
    const merged = mergeFields(found)
    if (Object.keys(merged.fields).length === 0 && !position && capturedAt === undefined)
      throw new CuttingsError('damaged-file', { reason: 'it says nothing about a picture' })
    yield {
      kind: 'photo',
      ...merged,
      orientation: 1,
      ...(position ? { position } : {}),
      ...(capturedAt === undefined ? {} : { capturedAt }),
      held: false,
    }
  },
}
