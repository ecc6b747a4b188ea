/** Styles that ship, in the order in which they are offered; their forms are of CSL's repository, see `styles.ts`. */
export const shippedStyles = [
  { id: 'chicago-notes', title: 'Chicago, notes and bibliography (17th edition)', isNote: true },
  { id: 'chicago-author-date', title: 'Chicago, author-date (17th edition)', isNote: false },
  { id: 'apa', title: 'APA (7th edition)', isNote: false },
  { id: 'mla', title: 'MLA (9th edition)', isNote: false },
  { id: 'harvard', title: 'Harvard (Cite Them Right, 12th edition)', isNote: false },
  { id: 'vancouver', title: 'Vancouver', isNote: false },
  { id: 'ieee', title: 'IEEE', isNote: false },
] as const

export type ShippedStyle = (typeof shippedStyles)[number]['id']

export const isShippedStyle = (id: string): id is ShippedStyle =>
  shippedStyles.some((style) => style.id === id)
