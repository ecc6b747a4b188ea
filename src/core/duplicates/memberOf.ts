import type { DuplicateMember } from '#shared/contract/duplicates'
import type { Photo } from '#shared/model/photo'
import type { ArticleRecord } from '#shared/model/records'
import { currentVersion } from '#shared/model/support'
import { titleOf } from '../records/titleOf'
import { recordColumns } from '../store/catalogue/recordColumns'
import type { Catalogue } from '../store/types'
import type { AlikeMember } from './types'

const articleSize = (article: ArticleRecord): number =>
  currentVersion(article).passages.reduce((all, { text }) => all + text.length, 0)

const photoSize = ({ width = 0, height = 0 }: Photo): number => width * height

/** What a person tells the members of a group apart by; undefined for one that is gone meanwhile. */
export const memberOf = (
  { record, removal, addedAt }: Pick<Catalogue, 'record' | 'removal' | 'addedAt'>,
  { id, likeness }: AlikeMember,
): DuplicateMember | undefined => {
  const item = removal(id) ? undefined : record(id)
  if (item?.kind !== 'article' && item?.kind !== 'photo') return undefined
  const { subtitle, published } = recordColumns(item)
  return {
    id,
    title: titleOf(item),
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(published === undefined ? {} : { published }),
    addedAt: addedAt(id) ?? '',
    versions: item.kind === 'article' ? item.versions.length : 1,
    citations: item.kind === 'article' ? item.citations.length : 0,
    size: item.kind === 'article' ? articleSize(item) : photoSize(item),
    ...(item.kind === 'photo' && item.original !== undefined ? { original: item.original } : {}),
    likeness,
  }
}
