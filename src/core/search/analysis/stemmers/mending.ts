/** What is done to a folded word before, and to its stem after, one of lunr-languages' stemmers. */
export interface Mending {
  readonly before?: (word: string) => string
  readonly after?: (stem: string, word: string) => string
}

/** Swedish words in `-et` of which that is no article. */
const wholeInEt = /(?:plan|pak|intern|budg|alfab|magn|kabin|cabin|ball|bank|poe|di)et$/

/**
 * Where Snowball's stemmers look for accents that folded words no longer have, or part forms of one word. German takes `ae`, `oe` and
 * `ue` for umlauts, as Snowball's German2 does (Porter, 2002); after another vowel (`neue`, `Bauer`) they are none.
 */
export const mendings: Readonly<Record<string, Mending>> = {
  de: { before: (word) => word.replace(/(?<![aeioquy])([aou])e(?!$)/g, '$1') },
  es: {
    before: (word) => word.replace(/(?<!m)os$/, 'o'),
    // `luz`, `luces`.
    after: (stem, word) => (word.endsWith('z') ? stem.replace(/z$/, 'c') : stem),
  },
  fr: { after: (stem) => (stem.length > 4 ? stem.replace(/e$/, '') : stem) },
  it: { before: (word) => word.replace(/iano$/, 'iana') },
  nl: {
    after: (stem) =>
      stem
        .replace(/([bdfgklmnprst])\1$/, '$1')
        .replace(/z$/, 's')
        .replace(/v$/, 'f'),
  },
  pl: {
    after: (stem) => (stem.length > 3 ? stem.replace(/o$/, '').replace(/ter$/, 'tr') : stem),
  },
  pt: {
    before: (word) =>
      word.length < 6 ? word : word.replace(/(?:oes|aes|aos)$/, 'ao').replace(/(?<=[aou])is$/, 'l'),
  },
  sv: {
    after: (stem) => (stem.length > 4 && !wholeInEt.test(stem) ? stem.replace(/et$/, '') : stem),
  },
}
