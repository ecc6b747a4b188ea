/** Accents of LaTeX by their command, as combining characters that follow the letter. */
export const latexAccents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030a'],
  ['H', '\u030b'],
  ['v', '\u030c'],
  ['G', '\u030f'],
  ['U', '\u030e'],
  ['f', '\u0311'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
])

/** What an accent on nothing stands for: `\~{}` is a tilde. */
export const bareAccents: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0308', '¨'],
])
