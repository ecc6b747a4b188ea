/** Commands and the characters that they stand for, by turns. */
const symbols = `ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ
textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” quotedblbase „ quotesinglbase ‚ lq ‘ rq ’
glqq „ grqq “ glq ‚ grq ‘ flqq « frqq » guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright ›
textquotedbl " textquotesingle ' textasciigrave \` textexclamdown ¡ textquestiondown ¿
ldots … dots … textellipsis … textemdash — textendash – textbullet • textperiodcentered · cdot · slash /
textasciitilde ~ textasciicircum ^ textbackslash \\ textbraceleft { textbraceright } lbrace { rbrace }
textunderscore _ textbar | textless < textgreater > textdollar $ pounds £ textsterling £ euro € texteuro € EUR €
textyen ¥ textcent ¢ S § textsection § P ¶ dag † ddag ‡ copyright © textcopyright © textregistered ® texttrademark ™
textdegree ° degree ° textordfeminine ª textordmasculine º textnumero № TeX TeX LaTeX LaTeX BibTeX BibTeX
LaTeXe LaTeX2e XeTeX XeTeX XeLaTeX XeLaTeX LuaTeX LuaTeX LuaLaTeX LuaLaTeX pdfTeX pdfTeX ConTeXt ConTeXt TikZ TikZ psq f. psqq ff.
textonehalf ½ textonequarter ¼ textthreequarters ¾ textmu µ
alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π
rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
Phi Φ Psi Ψ Omega Ω times × div ÷ pm ± infty ∞ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ approx ≈ sim ∼ equiv ≡ to → rightarrow →
leftarrow ← leftrightarrow ↔ Rightarrow ⇒ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ subset ⊂ cup ∪ cap ∩ forall ∀ dagger † ddagger ‡ bullet • backslash \\ hyphen -
exists ∃ ell ℓ hbar ħ circ ∘ star ⋆ prime ′`

const words = symbols.split(/\s+/)

const spaces = ['space', 'nobreakspace', 'thinspace', 'enspace', 'quad', 'qquad']

export const latexSymbols: ReadonlyMap<string, string> = new Map([
  ...words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [])),
  ...spaces.map((command) => [command, ' '] as const),
])

/** A backslash before one of these: the character itself, a space, or nothing. */
export const latexEscapes: ReadonlyMap<string, string> = new Map([
  ...['&', '%', '$', '#', '_', '{', '}', '@', '|'].map((one) => [one, one] as const),
  ['/', ''],
  ['-', ''],
  ['!', ''],
  [' ', ' '],
  ['\n', ' '],
  ['\t', ' '],
  [',', ' '],
  [';', ' '],
  [':', ' '],
  ['\\', ' '],
  ['(', ''],
  [')', ''],
  ['[', ''],
  [']', ''],
])

/** Commands that say how their words look, or nothing that a reader sees: the words are kept, the command goes. */
export const silentCommands: ReadonlySet<string> = new Set(
  `emph textit textbf textsc textrm textsf texttt textsl textup textmd textnormal text mbox hbox it bf sc rm sf tt sl em
  itshape bfseries scshape upshape normalfont mathrm mathit mathbf mathsf mathtt mathcal mathbb mathfrak boldsymbol ensuremath
  url nolinkurl uppercase lowercase MakeUppercase MakeLowercase underline nocase noopsort protect relax selectfont small
  footnotesize large Large tiny textcolor bibstring newblock left right displaystyle limits nobreak allowbreak penalty
  textsuperscript textsubscript mkbibemph mkbibitalic mkbibbold mkbibacro autocap`.split(/\s+/),
)

/** Commands of csquotes and BibLaTeX that print marks around their words. */
export const wrappingCommands: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['enquote', ['“', '”']],
  ['mkbibquote', ['“', '”']],
  ['mkbibparens', ['(', ')']],
  ['mkbibbrackets', ['[', ']']],
])
