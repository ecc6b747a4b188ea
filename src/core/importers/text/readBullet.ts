export interface ReadBullet {
  readonly text: string
  /** Marks of one list are alike: the character, or '1' for numbers. */
  readonly mark: string
  /** Whether the mark is never used for anything but a list; a dash, an asterisk or a number can be. */
  readonly sure: boolean
}

const sureMark = /^([•‣▪▫◦●○■□►▸▹➤➢✓✔·∙⁃])\s*(?=\S)/u
const otherMark = /^([-–*+])\s+(?=\S)/u
const numberMark = /^\(?\d{1,3}[.)]\s+(?=\S)/

/** A line that begins with the mark of a list; the mark is not part of the text. */
export const readBullet = (line: string): ReadBullet | undefined => {
  const sure = sureMark.exec(line)
  if (sure) return { text: line.slice(sure[0].length), mark: sure[1] ?? '', sure: true }
  const other = otherMark.exec(line)
  if (other) return { text: line.slice(other[0].length), mark: other[1] ?? '', sure: false }
  const number = numberMark.exec(line)
  return number ? { text: line.slice(number[0].length), mark: '1', sure: false } : undefined
}
