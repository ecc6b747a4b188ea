/** How XMP writes a value: as it is, in languages, or as a list whose order counts (`Seq`) or does not (`Bag`). */
export type PropertyForm = 'text' | 'alternatives' | 'bag' | 'sequence'

const formsOf = (form: PropertyForm, names: string): [string, PropertyForm][] =>
  names.split(' ').map((name) => [name, form])

/** IPTC Photo Metadata 2025.1, column 'XMP value type'; what is not named is a text. */
const forms: ReadonlyMap<string, PropertyForm> = new Map([
  ...formsOf(
    'alternatives',
    'dc:title dc:description dc:rights xmpRights:UsageTerms plus:OtherConstraints Iptc4xmpExt:Event ' +
      'Iptc4xmpCore:AltTextAccessibility Iptc4xmpCore:ExtDescrAccessibility Iptc4xmpExt:LocationName ' +
      'Iptc4xmpExt:AOTitle Iptc4xmpExt:ProductName Iptc4xmpExt:Name Iptc4xmpExt:CvTermName',
  ),
  ...formsOf(
    'bag',
    'dc:subject Iptc4xmpCore:SubjectCode Iptc4xmpCore:Scene Iptc4xmpExt:PersonInImage ' +
      'Iptc4xmpExt:OrganisationInImageName Iptc4xmpExt:OrganisationInImageCode Iptc4xmpExt:EventId ' +
      'Iptc4xmpExt:ModelAge plus:ModelReleaseID plus:PropertyReleaseID ' +
      // Structures of which there can be several:
      'Iptc4xmpExt:ArtworkOrObject Iptc4xmpExt:ProductInImage Iptc4xmpExt:Contributor Iptc4xmpExt:Genre ' +
      'Iptc4xmpExt:RegistryId Iptc4xmpExt:LocationCreated Iptc4xmpExt:LocationShown',
  ),
  ...formsOf('sequence', 'dc:creator plus:Licensor plus:CopyrightOwner plus:ImageCreator plus:ImageSupplier'),
])

export const formOf = (name: string): PropertyForm => forms.get(name) ?? 'text'

/** The values in a text of the record, which parts them by `; `; one whose parts would not give it back is one value. */
export const valuesIn = (text: string): readonly string[] => {
  const parts = text.split('; ')
  const isSound = parts.every((part) => part.trim() === part && part !== '')
  return isSound && new Set(parts).size === parts.length ? parts : [text]
}
