import { bibtexImporter } from './bibtex/bibtexImporter'
import { cslJsonImporter } from './cslJson/cslJsonImporter'
import { docxImporter } from './docx/docxImporter'
import { emlImporter } from './eml/emlImporter'
import { epubImporter } from './epub/epubImporter'
import { atomImporter } from './feed/atomImporter'
import { jsonFeedImporter } from './feed/jsonFeedImporter'
import { rssImporter } from './feed/rssImporter'
import { gzipImporter } from './gzip/gzipImporter'
import { htmlImporter } from './html/htmlImporter'
import { markdownImporter } from './markdown/markdownImporter'
import { mboxImporter } from './mbox/mboxImporter'
import { mhtmlImporter } from './mhtml/mhtmlImporter'
import { newsmlImporter } from './newsml/newsmlImporter'
import { ninjsImporter } from './ninjs/ninjsImporter'
import { odtImporter } from './odt/odtImporter'
import { pdfImporter } from './pdf/pdfImporter'
import { photoImporters } from './photo/photoImporters'
import { risImporter } from './ris/risImporter'
import { rtfImporter } from './rtf/rtfImporter'
import { tableImporter } from './table/tableImporter'
import { tarImporter } from './tar/tarImporter'
import { textImporter } from './text/textImporter'
import { waczImporter } from './warc/waczImporter'
import { warcImporter } from './warc/warcImporter'
import { zipImporter } from './zip/zipImporter'
import type { Importer } from './types'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [
  atomImporter,
  bibtexImporter,
  cslJsonImporter,
  docxImporter,
  emlImporter,
  epubImporter,
  gzipImporter,
  htmlImporter,
  jsonFeedImporter,
  markdownImporter,
  mboxImporter,
  mhtmlImporter,
  newsmlImporter,
  ninjsImporter,
  odtImporter,
  pdfImporter,
  risImporter,
  rssImporter,
  rtfImporter,
  tableImporter,
  tarImporter,
  textImporter,
  waczImporter,
  warcImporter,
  zipImporter,
  ...photoImporters,
]
