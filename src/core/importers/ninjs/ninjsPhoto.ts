import type { ParsedPhoto } from '#shared/model/parsed'
import type { JsonObject } from '../news/jsonValues'
import { joinedLines, photoOf } from '../news/photoOf'
import { wordsOf } from '../news/readStatedText'
import { pictureWords } from './associations'
import { infoSourcesOf, namedPlaces, namesAt, textsAt } from './ninjsFields'
import { pictureAddresses } from './renditions'
import { roledTexts } from './roledTexts'

/** Where the fields of a photo (IPTC Photo Metadata 2025.1) stand in a ninjs item, names in lower case. */
const fieldPlaces: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  creator: ['by', 'byline'],
  copyrightNotice: ['copyrightnotice'],
  copyrightOwner: ['copyrightholder'],
  rightsUsageTerms: ['usageterms'],
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
  return photoOf({
    headline: joinedLines(headlines),
    description: caption,
    ...Object.fromEntries(
      Object.entries(fieldPlaces).map(([field, names]) => [field, joinedLines(textsAt(item, names))]),
    ),
    creditLine: credit,
    altTextAccessibility: altText,
    captionWriter: writer,
    source: joinedLines([...publishers, ...others]),
    keywords: joinedLines(namesAt(item, namedPlaces.keywords ?? [])),
    personInImage: joinedLines(namesAt(item, namedPlaces.persons ?? [])),
    organisationInImageName: joinedLines(namesAt(item, namedPlaces.organisations ?? [])),
    locationShown: joinedLines(namesAt(item, namedPlaces.places ?? [])),
    renditionAddress: pictureAddresses(item)[0],
  })
}
