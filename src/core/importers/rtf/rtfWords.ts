import { plainParagraph } from './rtfGroup'
import { charsetOfPage } from './rtfCharsets'
import { endCell, endParagraph, endRow } from './rtfParagraphs'
import { paragraphKindOf, setGroup, type RtfState } from './rtfState'

type Word = (state: RtfState, value: number | undefined) => void

const isOn = (value: number | undefined): boolean => value !== 0

const says =
  (text: string): Word =>
  ({ text: decoded }) =>
    decoded.addText(text)

const charset =
  (name: string): Word =>
  ({ text }) =>
    text.setCharset(name)

/** Control words that end paragraphs, cells and rows; they do so in the text alone. */
export const structure: Readonly<Record<string, (state: RtfState) => void>> = {
  par: endParagraph,
  sect: endParagraph,
  page: endParagraph,
  cell: endCell,
  nestcell: endParagraph,
  row: endRow,
  line: (state) => state.flow.lineBreak(paragraphKindOf(state).kind),
}

/** Control words that change what the text is, or are text (RTF 1.9.1, appendix B). */
export const words: Readonly<Record<string, Word>> = {
  tab: says(' '),
  pard: (state) => setGroup(state, plainParagraph),
  plain: (state) => setGroup(state, { isHidden: false }),
  s: (state, value) => setGroup(state, { style: value }),
  outlinelevel: (state, value) => setGroup(state, { outline: value }),
  ls: (state, value) => setGroup(state, { isListed: isOn(value) }),
  intbl: (state) => setGroup(state, { isInTable: true }),
  f: (state, value) => setGroup(state, { font: value }),
  uc: (state, value) => setGroup(state, { unicodeSkip: Math.max(0, value ?? 1) }),
  v: (state, value) => setGroup(state, { isHidden: isOn(value) }),
  deleted: (state, value) => setGroup(state, { isDeleted: isOn(value) }),
  ansicpg: ({ text }, value) => text.setCharset(charsetOfPage(value ?? 1252)),
  mac: charset('macroman'),
  pc: charset('cp437'),
  pca: charset('cp850'),
  emdash: says('\u2014'),
  endash: says('\u2013'),
  emspace: says('\u2003'),
  enspace: says('\u2002'),
  qmspace: says('\u2005'),
  bullet: says('\u2022'),
  lquote: says('\u2018'),
  rquote: says('\u2019'),
  ldblquote: says('\u201c'),
  rdblquote: says('\u201d'),
  zwj: says('\u200d'),
  zwnj: says('\u200c'),
  ltrmark: says('\u200e'),
  rtlmark: says('\u200f'),
}

/** Controls that are signs: no-break space, optional hyphen, no-break hyphen, and the signs of RTF itself. */
export const signs: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  '-': '',
  _: '\u2011',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
