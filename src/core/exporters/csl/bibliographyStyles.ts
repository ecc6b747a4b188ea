import type { ShippedStyle } from './shippedStyles'

/** Those of a pack, in the order in which they are written. */
export const bibliographyStyles = ['chicago-notes', 'apa', 'mla'] as const satisfies readonly ShippedStyle[]

export type BibliographyStyle = (typeof bibliographyStyles)[number]
