import { bareAccents, latexAccents } from './latexAccents'
import { latexEscapes, latexSymbols, silentCommands, wrappingCommands } from './latexSymbols'
import { raiseDigits } from './raiseDigits'
import type { Height } from './raiseDigits'

export interface LatexText {
  readonly text: string
  /** Commands that are not known: they are left out, their words stay. */
  readonly unknown: readonly string[]
}

/** Anything that LaTeX reads otherwise than it stands. */
const special = /[\\{}$~`^_]|--|''|[\n\t]/

const token =
  /\\([A-Za-z]+)\*?\s*|\\([^A-Za-z]?)|([{}$])|(~)|(-{2,3})|(`{1,2})|(''?)|([\^_])|(\s*\n\s*\n\s*)|([\s]+)|([^\\{}$~\-`'^_\s]+|-)/gu

const dashes: Readonly<Record<string, string>> = { '--': '–', '---': '—' }
const quotes: Readonly<Record<string, string>> = { '``': '“', '`': '‘', "''": '”', "'": "'" }

/** What is under way while a value is read. */
interface Writer {
  readonly put: (text: string) => void
  readonly accent: (mark: string) => void
  readonly open: () => void
  readonly close: () => void
  /** Puts marks around the next group. */
  readonly wrap: (marks: readonly [string, string]) => void
  /** Raises or lowers the next character or group. */
  readonly shift: (height: Height) => void
  readonly isMath: () => boolean
  readonly turnMath: () => void
  readonly text: () => string
}

const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' }

const createWriter = (): Writer => {
  const out: string[] = []
  const groups: { readonly height: Height; readonly end: string }[] = []
  let height: Height = 'none'
  let next: Height | undefined
  let marks: readonly [string, string] | undefined
  let mark = ''
  let math = false
  const put = (text: string): void => {
    const shifted = raiseDigits(text, next ?? height)
    next = undefined
    marks = undefined
    if (mark === '' || text.trim() === '') out.push(shifted)
    else {
      const [first = '', ...rest] = [...shifted]
      out.push(`${dotless[first] ?? first}${mark}${rest.join('')}`)
      mark = ''
    }
  }
  return {
    put,
    accent: (one) => {
      mark += one
    },
    open: () => {
      groups.push({ height, end: marks?.[1] ?? '' })
      if (marks) out.push(marks[0])
      height = next ?? height
      next = undefined
      marks = undefined
    },
    close: () => {
      const group = groups.pop()
      height = group?.height ?? 'none'
      if (mark !== '') out.push(bareAccents.get(mark) ?? '')
      mark = ''
      if (group && group.end !== '') out.push(group.end)
    },
    wrap: (one) => {
      marks = one
    },
    shift: (one) => {
      next = one
    },
    isMath: () => math,
    turnMath: () => {
      math = !math
    },
    text: () => out.join(''),
  }
}

/** Returns false for a command that is not known. */
const writeCommand = (command: string, writer: Writer): boolean => {
  const accent = latexAccents.get(command)
  const marks = wrappingCommands.get(command)
  const symbol = latexSymbols.get(command) ?? (command === 'par' ? '\n' : undefined)
  if (accent !== undefined) writer.accent(accent)
  else if (symbol !== undefined) writer.put(symbol)
  else if (marks) writer.wrap(marks)
  else if (command === 'textsuperscript') writer.shift('raised')
  else if (command === 'textsubscript') writer.shift('lowered')
  else return silentCommands.has(command)
  return true
}

const writeEscape = (character: string, writer: Writer): void => {
  const accent = latexAccents.get(character)
  if (accent === undefined) writer.put(latexEscapes.get(character) ?? character)
  else writer.accent(accent)
}

/** What is neither a command nor a brace nor plain: marks that LaTeX prints as others. */
const writeMark = (mark: string, writer: Writer): void => {
  if (mark === '~') writer.put('\u00a0')
  else if ((mark === '^' || mark === '_') && writer.isMath())
    writer.shift(mark === '^' ? 'raised' : 'lowered')
  else writer.put(dashes[mark] ?? quotes[mark] ?? mark)
}

/**
 * LaTeX in a value as text, which is still to be cleaned: accents and symbols as characters, groups and looks left out, blank lines as line ends. One
 * pass with a stack of its own, so that neither length nor depth of braces can hurt.
 */
export const latexToText = (latex: string): LatexText => {
  if (!special.test(latex)) return { text: latex, unknown: [] }
  const writer = createWriter()
  const unknown = new Set<string>()
  for (const [whole, command, escaped, brace, , , , , , blankLine, space] of latex.matchAll(token)) {
    if (command !== undefined) {
      if (!writeCommand(command, writer) && unknown.size < 20) unknown.add(`\\${command}`)
    } else if (escaped !== undefined) writeEscape(escaped, writer)
    else if (brace === '{') writer.open()
    else if (brace === '}') writer.close()
    else if (brace === '$') writer.turnMath()
    else if (blankLine !== undefined) writer.put('\n')
    else if (space !== undefined) writer.put(' ')
    else writeMark(whole, writer)
  }
  return { text: writer.text(), unknown: [...unknown] }
}
