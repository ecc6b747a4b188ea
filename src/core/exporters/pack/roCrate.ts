import type { RecordSet } from '#shared/model/records'
import {
  crateArticle,
  crateCollections,
  crateReference,
  crateSource,
  type CrateEntity,
} from './crateEntities'
import type { PackFile } from './packFile'
import { articleFolder } from './packNames'
import { readableJson } from './readableJson'

export const crateFile = 'ro-crate-metadata.json'

/** RO-Crate asks for a licence; where there is none its words may say how the crate may be used. */
const terms =
  'This pack states no licence. Texts and pictures belong to those who published them; it is given to its receiver to check what rests on what.'

const inCrate = (path: string): string => path.slice('data/'.length)

const fileEntity = (file: PackFile): CrateEntity => ({
  '@id': inCrate(file.path),
  '@type': 'File',
  name: file.description,
  encodingFormat: file.mediaType,
  contentSize: String(file.bytes),
  ...(file.content.kind === 'original' ? { sha256: file.content.original.sha256 } : {}),
})

/** Paths in the crate by the folder in which they stand. */
const byFolder = (files: readonly PackFile[]): ReadonlyMap<string, string[]> => {
  const folders = new Map<string, string[]>()
  for (const { path } of files) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const held = folders.get(folder)
    if (held) held.push(inCrate(path))
    else folders.set(folder, [inCrate(path)])
  }
  return folders
}

/** ro-crate-metadata.json: what everything in the pack is, by whom it was made, from what, and when (RO-Crate 1.2). */
export const roCrate = (crate: {
  readonly title: string
  readonly records: RecordSet
  readonly files: readonly PackFile[]
  readonly date: string
  readonly identifier: string
  readonly agent: string
}): string => {
  const { records, files, date, agent } = crate
  const folders = byFolder(files)
  const described = [
    ...records.articles.map((article) => crateArticle(article, folders.get(articleFolder(article)) ?? [])),
    ...records.references.map(crateReference),
    ...records.sources.map(crateSource),
    ...crateCollections(records.articles),
  ]
  const [, name = agent, softwareVersion] = /^(.*?) (\S+)$/.exec(agent) ?? []
  return readableJson({
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': crateFile,
        '@type': 'CreativeWork',
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
        about: { '@id': './' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: `Citation pack: ${crate.title}`,
        description:
          'Articles with their sources, citations and originals, written so that they can be read and verified without the program that made them.',
        datePublished: date,
        identifier: `urn:uuid:${crate.identifier}`,
        license: terms,
        hasPart: files.map((file) => ({ '@id': inCrate(file.path) })),
        mentions: described.map((entity) => ({ '@id': entity['@id'] })),
      },
      {
        '@id': '#written',
        '@type': 'CreateAction',
        name: 'The pack was written',
        endTime: date,
        instrument: { '@id': '#software' },
        result: { '@id': './' },
      },
      {
        '@id': '#software',
        '@type': 'SoftwareApplication',
        name,
        ...(softwareVersion === undefined ? {} : { softwareVersion }),
      },
      ...files.map(fileEntity),
      ...described,
    ],
  })
}
