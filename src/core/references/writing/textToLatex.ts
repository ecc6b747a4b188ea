/** Characters that LaTeX, or BibTeX's count of braces, would take for something else. */
const written: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '\u00a0': '~',
}

/**
 * A text as a value of BibTeX that is read back as the same text. Other characters than those of LaTeX stay as they are:
 * files are UTF-8. A line end becomes a blank line, as LaTeX knows paragraphs.
 */
export const textToLatex = (text: string): string =>
  text
    .replace(/[\\{}~^`&%$#_\u00a0]/g, (character) => written[character] ?? character)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}")
    .replace(/\n/g, '\n\n')
    // A line that begins like an entry would end the one before it.
    .replace(/(^|\n)([ \t]*)@/g, '$1$2{@}')

/** Acronyms and names with a capital inside, which styles of BibTeX would write small. */
const capitals = /[\p{L}\p{N}]*(?:\p{Lu}{2,}|\p{Ll}\p{Lu})[\p{L}\p{N}]*/gu

/** The same for a title, with the capitals protected that are part of a word's spelling. */
export const titleToLatex = (title: string): string =>
  textToLatex(title.replace(capitals, (word) => `\u0001${word}\u0002`))
    .replaceAll('\u0001', '{')
    .replaceAll('\u0002', '}')
