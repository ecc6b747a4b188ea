import { CuttingsError } from '#shared/errors'
import { itemKind } from '#shared/model/kinds'
import type { AnyRecord } from '#shared/model/records'
import { readPassageLink } from '../records/passageLink'
import type { Services } from '../services'
import { similarPhotos } from '../smallPictures/similarPhotos'
import type { ArchiveImplementer } from './createImplementer'
import { markDamaged } from './markDamaged'
import { found } from '../store/found'

const hasPassage = (record: AnyRecord, label: string): boolean =>
  record.kind === 'article' &&
  record.versions.some((version) => version.passages.some((passage) => passage.label === label))

export const photoHandlers = (
  os: ArchiveImplementer,
  { archive: { catalogue }, smallPictures }: Services,
) => ({
  get: os.photos.get.handler(({ input }) => {
    const photo = found(catalogue, 'photo', catalogue.keptFor(input.id))
    const original = photo.original === undefined ? undefined : catalogue.original(photo.original)
    const sidecar = photo.sidecar === undefined ? undefined : catalogue.original(photo.sidecar)
    return {
      photo,
      ...(original ? { original } : {}),
      ...(sidecar ? { sidecar } : {}),
      ...(photo.id === input.id ? {} : { mergedFrom: input.id }),
      ...markDamaged(catalogue, photo),
    }
  }),
  small: os.photos.small.handler(({ input }) => {
    const { original } = found(catalogue, 'photo', catalogue.keptFor(input.id))
    return original === undefined ? { state: 'none', reason: 'not-held' } : smallPictures.of(original)
  }),
  similar: os.photos.similar.handler(({ input }) =>
    similarPhotos(found(catalogue, 'photo', catalogue.keptFor(input.id)), catalogue, smallPictures),
  ),
})

export const citationHandlers = (os: ArchiveImplementer, { archive: { catalogue } }: Services) => ({
  get: os.citations.get.handler(({ input }) => found(catalogue, 'citation', input.id)),
})

export const recordHandlers = (os: ArchiveImplementer, { archive }: Services) => ({
  get: os.records.get.handler(({ input }) => {
    const record = archive.catalogue.record(input.id)
    if (!record) throw new CuttingsError('not-found', { what: 'record' })
    return record
  }),
  resolveLink: os.records.resolveLink.handler(({ input }) => {
    const link = readPassageLink(input.link)
    if (!link) throw new CuttingsError('bad-input', { reason: 'this is not a link to a passage' })
    const record = archive.catalogue.record(link.item)
    const kind = itemKind.safeParse(record?.kind)
    if (!record || !kind.success) throw new CuttingsError('not-found', { what: 'item' })
    const { passage } = link
    return {
      id: record.id,
      kind: kind.data,
      ...(passage !== undefined && hasPassage(record, passage) ? { passage } : {}),
      thisArchive: link.archive === archive.id,
    }
  }),
})

export const eventHandlers = (os: ArchiveImplementer, { archive: { catalogue } }: Services) => ({
  list: os.events.list.handler(({ input }) => catalogue.events(input.itemId, { local: true })),
})
