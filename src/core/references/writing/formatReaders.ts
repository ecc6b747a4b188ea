import { bibtexImporter } from '#core/importers/bibtex/bibtexImporter'
import { cslJsonImporter } from '#core/importers/cslJson/cslJsonImporter'
import { risImporter } from '#core/importers/ris/risImporter'
import type { Importer } from '#core/importers/types'
import type { ReferenceFormat } from '#shared/contract/references'

/** Who reads what is written. Large for its charsets: only for whoever has something to read. */
export const formatReaders: Readonly<Record<ReferenceFormat, Importer>> = {
  'csl-json': cslJsonImporter,
  bibtex: bibtexImporter,
  biblatex: bibtexImporter,
  ris: risImporter,
}
