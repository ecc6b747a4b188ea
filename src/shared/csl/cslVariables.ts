/** The variables of an item by the shape of their value (CSL 1.0.2, csl-data.json). */
export const nameVariables: ReadonlySet<string> = new Set(
  `author chair collection-editor compiler composer container-author contributor curator director editor
  editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer
  producer recipient reviewed-author script-writer series-creator translator`.split(/\s+/),
)

export const dateVariables: ReadonlySet<string> = new Set([
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
])

export const textVariables: ReadonlySet<string> = new Set(
  `abstract annote archive archive_collection archive_location archive-place authority call-number chapter-number
  citation-key citation-label citation-number collection-number collection-title container-title container-title-short
  dimensions division DOI edition event event-place event-title first-reference-note-number genre ISAN ISBN ISCI ISMN ISRC
  ISSN issue ISWC journalAbbreviation jurisdiction keyword language locator medium note number number-of-pages
  number-of-volumes original-publisher original-publisher-place original-title page page-first part part-title PMCID PMID
  printing publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle source status
  supplement title title-short translated-title translated-title-short URL version volume volume-title volume-title-short
  year-suffix`.split(/\s+/),
)

/** Those that the model holds as text only; the others may be a number, too. */
export const onlyText: ReadonlySet<string> = new Set([
  'title',
  'container-title',
  'publisher',
  'URL',
  'language',
])
