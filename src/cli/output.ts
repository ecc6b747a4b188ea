import type { ErrorReport } from '#shared/errors'
import { jsonLine, plainLine, plainText } from './plainText'

export interface TextSink {
  readonly write: (text: string) => unknown
}

export type Line = Readonly<Record<string, unknown>>

/**
 * Where a command's words go: results to standard output, progress and notes to standard error. What would steer a terminal
 * is written out here, for all of them; names and titles inside a line are made one line where they are put into it.
 */
export interface Output {
  /** One result: a line of JSON, or its text for people. A text that is undefined is left out. */
  readonly result: (line: Line, text: string | undefined) => void
  /** What a script does not need: only for people. */
  readonly text: (text: string) => void
  readonly note: (text: string) => void
  readonly error: (error: ErrorReport) => void
  /** How far it is, on a line that is written over; nothing where nobody looks. */
  readonly progress: (text: string) => void
}

export interface OutputOptions {
  readonly json: boolean
  readonly stdout: TextSink
  readonly stderr: TextSink
  readonly showProgress: boolean
}

export const createOutput = ({ json, stdout, stderr, showProgress }: OutputOptions): Output => {
  let drawn = false
  const clear = (): void => {
    if (drawn) stderr.write('\r\u001b[K')
    drawn = false
  }
  const print = (text: string): void => {
    clear()
    stdout.write(`${text}\n`)
  }
  const note = (text: string): void => {
    clear()
    stderr.write(`${plainText(text)}\n`)
  }
  return {
    result: (line, text) => {
      if (json) print(jsonLine(line))
      else if (text !== undefined) print(plainText(text))
    },
    text: (text) => {
      if (!json) print(plainText(text))
    },
    note,
    error: ({ code, message }) => {
      if (json) print(jsonLine({ event: 'error', code, message }))
      else note(`Error: ${plainLine(message)}`)
    },
    progress: (text) => {
      if (!showProgress) return
      stderr.write(`\r\u001b[K${plainLine(text)}`)
      drawn = true
    },
  }
}
