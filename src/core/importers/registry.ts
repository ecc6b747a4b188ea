import { bibtexImporter } from './bibtex/bibtexImporter'
import { cslJsonImporter } from './cslJson/cslJsonImporter'
import { risImporter } from './ris/risImporter'
import { tableImporter } from './table/tableImporter'
import { textImporter } from './text/textImporter'
import type { Importer } from './types'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [
  bibtexImporter,
  cslJsonImporter,
  risImporter,
  tableImporter,
  textImporter,
]
