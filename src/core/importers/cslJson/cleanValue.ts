import { cleanText } from '../text/cleanText'

/** A value of one or several lines as it is kept: cleaned, LF; undefined where nothing is left. */
export const cleanValue = (raw: string): string | undefined => {
  const text = cleanText(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)
  return text === '' ? undefined : text
}

/** The same in one line. */
export const cleanLine = (raw: string): string | undefined => cleanValue(raw.replace(/\s*[\r\n]\s*/g, ' '))
