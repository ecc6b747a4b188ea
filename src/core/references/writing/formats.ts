import type { ReferenceFormat } from '#shared/contract/references'
import type { CslItem } from '#shared/model/reference'
import { itemsToBibtex } from './itemsToBibtex'
import { itemsToCslJson } from './itemsToCslJson'
import { itemsToRis } from './itemsToRis'

/** A format of lists of references. */
export interface WrittenFormat {
  readonly extension: string
  readonly write: (items: readonly CslItem[]) => string
}

export const writtenFormats: Readonly<Record<ReferenceFormat, WrittenFormat>> = {
  'csl-json': { extension: 'json', write: itemsToCslJson },
  bibtex: { extension: 'bib', write: (items) => itemsToBibtex(items, 'bibtex') },
  biblatex: { extension: 'bib', write: (items) => itemsToBibtex(items, 'biblatex') },
  ris: { extension: 'ris', write: itemsToRis },
}
