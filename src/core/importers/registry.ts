import { pdfImporter } from './pdf/pdfImporter'
import { textImporter } from './text/textImporter'
import type { Importer } from './types'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [pdfImporter, textImporter]
