import type { ParsedPhoto } from '#shared/model/parsed'
import type { JsonObject } from '../news/jsonValues'
import { oneLine } from '../news/oneLine'
import { wordsOf } from '../news/readStatedText'
import { pictureWords } from './associations'
import { infoSourcesOf, namedPlaces, namesAt, textsAt } from './ninjsFields'
import { pictureAddresses } from './renditions'
import { roledTexts } from './roledTexts'

const joined = (values: readonly string[]): string | undefined =>
  [...new Set(values.flatMap((value) => oneLine(value) ?? []))].join('; ') || undefined

/** Where the fields of a photo (IPTC Photo Metadata 2025.1) stand in a ninjs item, names in lower case. */
const fieldPlaces: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  creator: ['by', 'byline'],
  copyrightNotice: ['copyrightnotice'],
  copyrightOwner: ['copyrightholder'],
  usageTerms: ['usageterms'],
  instructions: ['ednote'],
  dateCreated: ['contentcreated'],
  digitalImageGuid: ['uri'],
  // Of the item and not of the picture, so that IPTC has no name for them: ninjs' own.
  firstCreated: ['firstcreated'],
  versionCreated: ['versioncreated'],
  pubStatus: ['pubstatus'],
}

/** A ninjs item of type `picture`: what is said of a picture that is not in the file. */
export const readNinjsPhoto = (item: JsonObject): ParsedPhoto => {
  const { caption, credit, altText, writer } = pictureWords(item)
  const { publishers, others } = infoSourcesOf(item)
  const headlines = roledTexts(item, 'headline').flatMap(({ text }) => wordsOf(text) ?? [])
  const stated: Readonly<Record<string, string | undefined>> = {
    headline: joined(headlines),
    description: caption,
    ...Object.fromEntries(
      Object.entries(fieldPlaces).map(([field, names]) => [field, joined(textsAt(item, names))]),
    ),
    creditLine: credit,
    altText,
    captionWriter: writer,
    source: joined([...publishers, ...others]),
    keywords: joined(namesAt(item, namedPlaces.keywords ?? [])),
    personInImage: joined(namesAt(item, namedPlaces.persons ?? [])),
    organisationInImageName: joined(namesAt(item, namedPlaces.organisations ?? [])),
    locationShown: joined(namesAt(item, namedPlaces.places ?? [])),
    renditionAddress: pictureAddresses(item)[0],
  }
  const fields = Object.entries(stated).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return { kind: 'photo', held: false, fields: Object.fromEntries(fields), origins: {}, orientation: 1 }
}
