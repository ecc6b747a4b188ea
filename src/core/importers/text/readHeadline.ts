export interface ReadHeadline {
  readonly headline: string
  /** Whether the line is a headline as it stands; else the first words of a paragraph, which stays one. */
  readonly whole: boolean
}

/** Characters; a longer first line is a paragraph. */
const longest = 200
const shortened = 80

const sentenceEnd = /[.!?。！？]["”’»]?\s+\p{Lu}/u

const firstWords = (line: string): string => {
  const head = line.slice(0, shortened * 2)
  const words = head.split(' ')
  let text = ''
  for (const word of words) {
    if (text !== '' && text.length + word.length + 1 > shortened) break
    text = text === '' ? word : `${text} ${word}`
  }
  const whole = [...text].slice(0, shortened).join('')
  return whole === line ? line : `${whole.replace(/[\s,;:–—-]+$/u, '') || whole}…`
}

/** Reads the first line as a headline: short, and not two sentences; else takes the first words. */
export const readHeadline = (line: string): ReadHeadline => {
  const words = line.length <= longest ? line.split(/\s+/).length : Number.POSITIVE_INFINITY
  const sentences = sentenceEnd.test(line.slice(0, longest)) && /[.。]$/.test(line)
  const paragraph = words > 40 || (words > 20 && /[.。]$/.test(line)) || sentences
  return paragraph ? { headline: firstWords(line), whole: false } : { headline: line, whole: true }
}
