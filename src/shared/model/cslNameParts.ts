/** What a name consists of (CSL 1.0.2, without what only tells how to print it). */
export const cslNameParts = [
  'family',
  'given',
  'dropping-particle',
  'non-dropping-particle',
  'suffix',
  'literal',
] as const
