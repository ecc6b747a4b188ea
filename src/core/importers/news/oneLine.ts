import { cleanText } from '../text/cleanText'

/** A value as one line of clean text; undefined where nothing is left. */
export const oneLine = (value: string): string | undefined =>
  cleanText(value.replace(/\s+/g, ' ')) || undefined
