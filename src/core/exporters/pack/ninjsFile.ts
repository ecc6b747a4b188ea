import type { Slot } from '#shared/model/article'
import type { Source } from '#shared/model/citation'
import type { Original } from '#shared/model/original'
import type { Photo } from '#shared/model/photo'
import type { ArticleRecord } from '#shared/model/records'
import type { Reference } from '#shared/model/reference'
import { currentVersion } from '#shared/model/support'
import { articleToNinjs } from '../ninjs/articleToNinjs'
import type { NinjsPicture } from '../ninjs/ninjsAssociation'
import { digestedWork } from './digestedWork'
import { textFile, type PackFile } from './packFile'
import { articleFolder } from './packNames'
import { readableJson } from './readableJson'

export interface NinjsFileContext {
  readonly sources: ReadonlyMap<string, Source>
  readonly references: ReadonlyMap<string, Reference>
  readonly photos: ReadonlyMap<string, Photo>
  readonly originals: ReadonlyMap<string, Original>
  /** Name of each picture in the folder `photos`, by the id of its photo. */
  readonly photoNames: ReadonlyMap<string, string>
}

const pictureIn =
  ({ photos, originals, photoNames }: NinjsFileContext) =>
  ({ photoId = '' }: Slot): NinjsPicture | undefined => {
    const [name, photo] = [photoNames.get(photoId), photos.get(photoId)]
    const original = originals.get(photo?.original ?? '')
    if (name === undefined || !photo || !original) return undefined
    const { width, height } = photo
    return {
      name,
      contentType: original.mediaType,
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
      sizeInBytes: original.bytes,
    }
  }

/** A digest has the date and the publisher of the text that it tells, and is not what that publisher published. */
const digestOf = (article: ArticleRecord, references: NinjsFileContext['references']) => {
  const { publisher, published, modified: _modified, infoSources = [], ...own } = article
  const work = digestedWork(article, references)
  const date = published && `The text was published: ${published.literal ?? published.edtf}.`
  return {
    own: { ...own, infoSources: [...(publisher === undefined ? [] : [publisher]), ...infoSources] },
    remarks: [
      `In our own words${work === undefined ? '' : `, after ${work}`}: a digest, not the published text.`,
      ...(date === undefined ? [] : [date]),
    ],
  }
}

/** article.ninjs.json: the newest version for systems that take ninjs 3.1. */
export const ninjsFile = (article: ArticleRecord, context: NinjsFileContext): PackFile => {
  const version = currentVersion(article)
  const cited = article.citations.filter(({ versionId }) => versionId === version.id)
  const ids = new Set(cited.flatMap(({ sourceId }) => sourceId ?? []))
  const { number, passages, sourceLines, slots } = version
  const isDigest = article.articleType === 'digest'
  const { own, remarks } = isDigest ? digestOf(article, context.references) : { own: article, remarks: [] }
  return textFile(
    `${articleFolder(article)}/article.ninjs.json`,
    'application/json',
    `For other systems (ninjs 3.1): ${article.headline}`,
    () =>
      readableJson(
        articleToNinjs(
          { ...own, number, passages, sourceLines, slots },
          {
            citedSources: [...ids].flatMap((id) => context.sources.get(id) ?? []),
            remarks,
            pictureOf: pictureIn(context),
          },
        ),
      ),
  )
}
