import { describe, expect, it } from 'vitest'
import { latexToText } from './latexToText'

const cases: readonly (readonly [string, string])[] = [
  [String.raw`M{\"u}ller, G\"{o}del and {\v S}koda`, 'Müller, Gödel and Škoda'],
  [String.raw`na{\"\i}ve \c{c}a \H{o} \k{a} \.z \aa ngstr\"om`, 'naïve ça ő ą ż ångström'],
  [String.raw`Stra\ss e, S\o{}ren, \O re, {\AE}on`, 'Straße, Søren, Øre, Æon'],
  ["``Words'' -- and --- more", '“Words” – and — more'],
  [String.raw`H$_2$O, 10$^{12}$, $\alpha$, n\textsuperscript{2}, a_b`, 'H₂O, 10¹², α, n², a_b'],
  [String.raw`\emph{Big} {NASA} \textbf{\textit{deep}}`, 'Big NASA deep'],
  [String.raw`100\% \& \_ \{x\} \~{} \^{} \textbackslash`, '100% & _ {x} ~ ^ \\'],
  [String.raw`\enquote{Quay \emph{one}} \mkbibparens{n\quad o} {\enquote x}`, '“Quay one” (n o) x'],
  ['one\n  wrapped\n\n  two', 'one wrapped\ntwo'],
]

describe('LaTeX as text', () => {
  for (const [latex, text] of cases)
    it(`reads ${latex.replaceAll('\n', ' ')}`, () => {
      const read = latexToText(latex)
      expect({ ...read, text: read.text.normalize('NFC') }).toEqual({ text, unknown: [] })
    })

  it('keeps the words of a command that it does not know, and names it', () => {
    expect(latexToText(String.raw`\foreign{kept} words`)).toEqual({
      text: 'kept words',
      unknown: [String.raw`\foreign`],
    })
  })

  it('reads what never ends', () => {
    expect(latexToText('{'.repeat(300_000)).text).toBe('')
    expect(latexToText("\\'".repeat(1000)).text).toBe('')
  })
})
