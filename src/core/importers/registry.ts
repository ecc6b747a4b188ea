import { htmlImporter } from './html/htmlImporter'
import { mhtmlImporter } from './mhtml/mhtmlImporter'
import { textImporter } from './text/textImporter'
import { waczImporter } from './warc/waczImporter'
import { warcImporter } from './warc/warcImporter'
import type { Importer } from './types'

/** Every format that can be imported: dialogs, `import --formats` and the parser process take them from here. */
export const importers: readonly Importer[] = [
  htmlImporter,
  mhtmlImporter,
  textImporter,
  waczImporter,
  warcImporter,
]
