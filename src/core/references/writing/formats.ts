import { bibtexImporter } from '#core/importers/bibtex/bibtexImporter'
import { cslJsonImporter } from '#core/importers/cslJson/cslJsonImporter'
import { risImporter } from '#core/importers/ris/risImporter'
import type { Importer } from '#core/importers/types'
import type { ReferenceFormat } from '#shared/contract/references'
import type { CslItem } from '#shared/model/reference'
import { itemsToBibtex } from './itemsToBibtex'
import { itemsToCslJson } from './itemsToCslJson'
import { itemsToRis } from './itemsToRis'

/** A format of lists of references: how it is written, and who reads it. */
export interface WrittenFormat {
  readonly extension: string
  readonly write: (items: readonly CslItem[]) => string
  readonly importer: Importer
}

export const writtenFormats: Readonly<Record<ReferenceFormat, WrittenFormat>> = {
  'csl-json': { extension: 'json', write: itemsToCslJson, importer: cslJsonImporter },
  bibtex: { extension: 'bib', write: (items) => itemsToBibtex(items, 'bibtex'), importer: bibtexImporter },
  biblatex: {
    extension: 'bib',
    write: (items) => itemsToBibtex(items, 'biblatex'),
    importer: bibtexImporter,
  },
  ris: { extension: 'ris', write: itemsToRis, importer: risImporter },
}
