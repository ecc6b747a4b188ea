import { emlImporter } from './eml/emlImporter'
import { gzipImporter } from './gzip/gzipImporter'
import { mboxImporter } from './mbox/mboxImporter'
import { tarImporter } from './tar/tarImporter'
import { textImporter } from './text/textImporter'
import type { Importer } from './types'
import { zipImporter } from './zip/zipImporter'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [
  emlImporter,
  gzipImporter,
  mboxImporter,
  tarImporter,
  textImporter,
  zipImporter,
]
