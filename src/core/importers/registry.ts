import { docxImporter } from './docx/docxImporter'
import { epubImporter } from './epub/epubImporter'
import { markdownImporter } from './markdown/markdownImporter'
import { odtImporter } from './odt/odtImporter'
import { rtfImporter } from './rtf/rtfImporter'
import { textImporter } from './text/textImporter'
import type { Importer } from './types'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [
  docxImporter,
  epubImporter,
  markdownImporter,
  odtImporter,
  rtfImporter,
  textImporter,
]
