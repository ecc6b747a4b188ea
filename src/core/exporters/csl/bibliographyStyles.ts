/** In the order in which they are offered and written. */
export const bibliographyStyles = ['chicago-notes', 'apa', 'mla'] as const

export type BibliographyStyle = (typeof bibliographyStyles)[number]
