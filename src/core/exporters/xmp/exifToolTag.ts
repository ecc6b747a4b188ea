import { photoProperties, type PhotoProperty } from './photoProperties'

const groups: Readonly<Record<string, string>> = { Iptc4xmpCore: 'iptcCore', Iptc4xmpExt: 'iptcExt' }

/** Names that ExifTool gives to what the standard calls otherwise. */
const ownNames: Readonly<Record<string, string>> = {
  AddlModelInfo: 'AdditionalModelInformation',
  DigImageGUID: 'DigitalImageGUID',
  EventId: 'EventID',
  CiAdrExtadr: 'CreatorAddress',
  CiAdrCity: 'CreatorCity',
  CiAdrRegion: 'CreatorRegion',
  CiAdrPcode: 'CreatorPostalCode',
  CiAdrCtry: 'CreatorCountry',
  CiTelWork: 'CreatorWorkTelephone',
  CiEmailWork: 'CreatorWorkEmail',
  CiUrlWork: 'CreatorWorkURL',
  AOTitle: 'ArtworkTitle',
  ProductName: 'ProductInImageName',
  Name: 'ContributorName',
  CvTermName: 'GenreCvTermName',
  RegItemId: 'RegistryItemID',
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const tagName = ({ property, part }: PhotoProperty): string => {
  if (part !== undefined && localName(part) === 'LocationName') return `${localName(property)}LocationName`
  const name = localName(part ?? property)
  return ownNames[name] ?? `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}

/** Terms of the PLUS vocabulary, which ExifTool shows in words and by their code. */
const coded: ReadonlySet<string> = new Set([
  'plus:ModelReleaseStatus',
  'plus:PropertyReleaseStatus',
  'plus:MinorModelAgeDisclosure',
  'plus:DataMining',
])
const codes = 'http://ns.useplus.org/ldf/vocab/'

/** `XMP-photoshop:Credit` for `creditLine`: what ExifTool reads and writes a field as. Others keep their own name. */
export const exifToolTag = (field: string): string => {
  const place = photoProperties.get(field)
  if (!place) return field
  const prefix = place.property.slice(0, place.property.indexOf(':'))
  return `XMP-${groups[prefix] ?? prefix}:${tagName(place)}`
}

const isCoded = (field: string): boolean => coded.has(photoProperties.get(field)?.property ?? '')

/** The head of a column that ExifTool writes from (`-csv=`): a code is marked as one. */
export const exifToolHead = (field: string): string =>
  isCoded(field) ? `${exifToolTag(field)}#` : exifToolTag(field)

/** A value as ExifTool takes it: of a term of the vocabulary its code. */
export const exifToolCell = (field: string, text: string | undefined): string | undefined =>
  isCoded(field) && text?.startsWith(codes) ? text.slice(codes.length) : text
