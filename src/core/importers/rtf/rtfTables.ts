import { charsetOfFont, symbolCharset } from './rtfCharsets'
import { emptyEntry, type RtfState } from './rtfState'

/** Fonts and styles of one file, at most: no writer makes as many. */
const mostEntries = 65_536

const endFont = ({ entry, fonts }: RtfState): void => {
  if (entry.id === undefined || fonts.size >= mostEntries) return
  const name = entry.name.trim()
  fonts.set(entry.id, {
    charset: entry.charset === undefined ? undefined : charsetOfFont(entry.charset),
    isSymbol: entry.charset === symbolCharset,
    name,
  })
}

const endStyle = ({ entry, styles }: RtfState): void => {
  if (entry.isOther || styles.size >= mostEntries) return
  styles.set(entry.id ?? 0, { name: entry.name.trim().toLowerCase(), outline: entry.outline })
}

/** Text in the table of fonts or of styles: names, each ended by a semicolon. */
export const takeEntryText = (state: RtfState, text: string, isFont: boolean): void => {
  const [first = '', ...rest] = text.split(';')
  state.entry.name += first
  for (const name of rest) {
    if (isFont) endFont(state)
    else endStyle(state)
    state.entry = { ...emptyEntry(), name }
  }
}

/** A control word there. */
export const takeEntryWord = ({ entry }: RtfState, name: string, value: number | undefined): void => {
  if (name === 'f' || name === 's') entry.id = value
  else if (name === 'fcharset') entry.charset = value
  else if (name === 'outlinelevel') entry.outline = value
  else if (name === 'cs' || name === 'ds' || name === 'ts') entry.isOther = true
}
