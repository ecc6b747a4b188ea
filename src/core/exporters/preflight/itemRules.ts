import type { PreflightFinding } from '#shared/contract/preflight'
import type { Photo } from '#shared/model/photo'
import type { CslDate, Reference } from '#shared/model/reference'
import { currentVersion } from '#shared/model/support'
import { placeOf } from './places'
import type { FindAll } from './types'

const eachPhoto =
  (isFound: (photo: Photo) => boolean): FindAll =>
  ({ records }) =>
    records.photos.map((photo) => () => (isFound(photo) ? [{ place: placeOf(photo) }] : []))

const lacks =
  (...fields: readonly string[]) =>
  (photo: Photo): boolean =>
    fields.every((field) => photo.fields[field] === undefined)

export const photosWithoutCaption = eachPhoto(lacks('description'))
export const photosWithoutCredit = eachPhoto(lacks('creditLine', 'creator'))
export const photosWithoutCopyright = eachPhoto(lacks('copyrightNotice'))
export const positionedPhotos = eachPhoto(({ position }) => position !== undefined)

export const unsourcedPassages: FindAll = (context) =>
  context.records.articles.map((article) => () => {
    const version = currentVersion(article)
    const support = context.supportIn(article, version)
    return version.passages
      .filter(({ passageKind }) => passageKind === 'paragraph')
      .filter(({ label }) => {
        const rests = support.get(label)
        return rests?.basis === 'none' && rests.citationIds.length === 0
      })
      .map(({ label }): PreflightFinding => ({ place: placeOf(article, label) }))
  })

export const unfilledSlots: FindAll = ({ records }) =>
  records.articles.map(
    (article) => () =>
      currentVersion(article)
        .slots.filter(({ photoId }) => photoId === undefined)
        .map(({ number, placedAfter }) => ({
          place: placeOf(article, placedAfter),
          detail: `Slot ${number}`,
        })),
  )

const eachReference =
  (isFound: (reference: Reference, now: Date) => boolean): FindAll =>
  ({ records, now }) =>
    records.references.map(
      (reference) => () => (isFound(reference, now) ? [{ place: placeOf(reference) }] : []),
    )

/** A cited page may have changed since; after so many days a desk looks again. */
const daysFresh = 90

const millisecondsOfDay = 86_400_000

/** The end of the last day that a date can be meant as; undefined where it is no date by numbers. */
const endOf = (date: CslDate): number | undefined => {
  const parts = date['date-parts']?.at(-1)?.map(Number)
  const [year, month = 12, day] = parts ?? []
  if (year === undefined || !parts?.every(Number.isInteger)) return undefined
  // Day 0 of the month after is the last day of this one.
  const last = day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day)
  return last + millisecondsOfDay
}

export const staleReferences = eachReference(({ csl }, now) => {
  const accessed = csl.accessed && endOf(csl.accessed)
  return accessed !== undefined && now.getTime() - accessed > daysFresh * millisecondsOfDay
})

export const undatedReferences = eachReference(
  ({ csl }) => csl.URL !== undefined && csl.accessed === undefined,
)
