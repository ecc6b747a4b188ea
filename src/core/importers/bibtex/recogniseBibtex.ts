import { headText } from '../cslJson/headText'

const entry =
  /(?:^|\n)[ \t]{0,20}@[A-Za-z]{1,40}[ \t]{0,20}[{(][ \t\r\n]{0,20}[^\s,{}()"=]{1,400}[ \t\r\n]{0,20},[ \t\r\n]{0,20}[A-Za-z][\w-]{0,40}[ \t]{0,40}=/
const command = /(?:^|\n)[ \t]{0,20}@[A-Za-z]{1,40}[ \t]{0,20}[{(]/
const firstSign = /^\s{0,2000}[@%]/

/** An entry with a field tells the format; where the text does not begin with one, only a name that says BibTeX does. */
export const recogniseBibtex = (head: Uint8Array, name: string): number => {
  const text = headText(head)
  const isNamed = /\.(?:bib|bibtex|biblatex)$/i.test(name)
  if (entry.test(text)) return isNamed ? 0.97 : firstSign.test(text) ? 0.95 : 0
  return isNamed && command.test(text) ? 0.92 : 0
}
