import { bibtexImporter } from './bibtex/bibtexImporter'
import { cslJsonImporter } from './cslJson/cslJsonImporter'
import { risImporter } from './ris/risImporter'
import { atomImporter } from './feed/atomImporter'
import { jsonFeedImporter } from './feed/jsonFeedImporter'
import { rssImporter } from './feed/rssImporter'
import { newsmlImporter } from './newsml/newsmlImporter'
import { ninjsImporter } from './ninjs/ninjsImporter'
import { textImporter } from './text/textImporter'
import type { Importer } from './types'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [bibtexImporter, cslJsonImporter, risImporter, textImporter]
export const importers: readonly Importer[] = [
  atomImporter,
  jsonFeedImporter,
  newsmlImporter,
  ninjsImporter,
  rssImporter,
  textImporter,
]
