const marked = /^>+\s*(?=\S)/
const attributed =
  /^(?:“[^”]{3,}”|"[^"]{3,}"|«[^»]{3,}»|„[^“”]{3,}[“”])\s*(?:—|–|--|-)\s?\p{Lu}[^.!?]{1,80}$/u

/** A quote set apart: a line after '>', or words in quotation marks with their speaker after a dash. */
export const readQuote = (line: string): string | undefined => {
  const mark = marked.exec(line)
  if (mark) return line.slice(mark[0].length)
  return line.length <= 2000 && attributed.test(line) ? line : undefined
}
