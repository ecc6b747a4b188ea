import { listOf, objectOf, textOf, type JsonObject } from '../news/jsonValues'
import type { StatedField } from '../news/statedItem'

/**
 * Where the fields of an article stand in ninjs, names in lower case: those of 1.x, 2.x and 3.x beside each other
 * (ninjs-schema_1.5, 2.2 and 3.1). A later name stands before an earlier one.
 */
export const plainPlaces: Readonly<Partial<Record<StatedField, readonly string[]>>> = {
  byline: ['by', 'byline'],
  dateline: ['located'],
  language: ['language'],
  // ninjs has no field for the address; providers add one.
  url: ['url', 'weburl', 'link'],
  pubStatus: ['pubstatus'],
  copyrightNotice: ['copyrightnotice'],
  copyrightHolder: ['copyrightholder'],
  usageTerms: ['usageterms'],
  edNote: ['ednote'],
  embargoedUntil: ['embargoeduntil', 'embargoed'],
}

/** Where lists of named things stand. */
export const namedPlaces: Readonly<Partial<Record<StatedField, readonly string[]>>> = {
  keywords: ['keywords', 'keyword', 'subjects', 'subject'],
  persons: ['people', 'persons', 'person'],
  places: ['places', 'place'],
  organisations: ['organisations', 'organisation'],
}

/** Roles of an info source that published the text, and did not only provide for it. */
const publisherRoles = new Set(['publisher', 'provider'])

export const textsAt = (item: JsonObject, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => textOf(item.get(name)) ?? [])

/** The names of the things in a list: objects with a `name`, or the names themselves. */
export const namesAt = (item: JsonObject, names: readonly string[]): readonly string[] =>
  names.flatMap((name) =>
    listOf(item.get(name)).flatMap((one) => textOf(objectOf(one)?.get('name') ?? one) ?? []),
  )

/** Who published the text, and where it was taken from (`infosource` 1.x, `infosources` 2.x, `infoSources` 3.x). */
export const infoSourcesOf = (
  item: JsonObject,
): { readonly publishers: readonly string[]; readonly others: readonly string[] } => {
  const sources = ['infosources', 'infosource'].flatMap((name) =>
    listOf(item.get(name)).flatMap((one) => {
      const source = objectOf(one)
      const named = textOf(source?.get('name') ?? one)
      const role = textOf(source?.get('role') ?? source?.get('rel'))?.toLowerCase() ?? ''
      return named === undefined ? [] : [{ name: named, isPublisher: publisherRoles.has(role) }]
    }),
  )
  return {
    publishers: [
      ...sources.filter((one) => one.isPublisher).map((one) => one.name),
      ...namesAt(item, ['publisher', 'provider']),
    ],
    others: sources.filter((one) => !one.isPublisher).map((one) => one.name),
  }
}

/** Other ids of an item whose role is such a one. */
const otherIds = (item: JsonObject, isRole: RegExp): readonly string[] =>
  listOf(item.get('altids')).flatMap((one) => {
    const id = objectOf(one)
    const role = textOf(id?.get('role'))?.toLowerCase() ?? ''
    return isRole.test(role) ? (textOf(id?.get('value')) ?? []) : []
  })

/** An address that an item states for people: as a field of its own, or as another id. */
export const webAddressesOf = (item: JsonObject): readonly string[] => [
  ...textsAt(item, plainPlaces.url ?? []),
  ...otherIds(item, /^(?:url|web|weburl|link|canonical)$/),
]

/** What its publisher calls it, where that is no URI and stands beside the one that ninjs asks for; `guid` is Superdesk's name. */
export const urisOf = (item: JsonObject): readonly string[] => [
  ...otherIds(item, /^uri$/),
  ...textsAt(item, ['uri', 'guid']),
]

/**
 * When the text was made and changed. `versioncreated` of a first version is when it was published, as far as ninjs says;
 * of a later one it is a change.
 */
export const datesOf = (
  item: JsonObject,
): { readonly published: readonly string[]; readonly modified: readonly string[] } => {
  const first = textsAt(item, ['published', 'firstpublished', 'firstcreated'])
  const version = textsAt(item, ['versioncreated'])
  const number = Number(textOf(item.get('version')) ?? '1')
  return first.length > 0 || number > 1
    ? { published: first, modified: version }
    : { published: version, modified: [] }
}
