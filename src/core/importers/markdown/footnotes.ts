/** A note at its definition: `[^1]: text`. */
export interface Footnote {
  readonly id: string
  readonly text: string
}

const definition = /^ {0,3}\[\^([^\]\s]{1,60})\]:[ \t]*(.*)$/
const fence = /^ {0,3}(`{3,}|~{3,})/

/** Takes the definitions of notes out of a text (as Pandoc and GitHub have them); lines of code are left alone. */
export const takeFootnotes = (
  text: string,
): { readonly text: string; readonly notes: readonly Footnote[] } => {
  if (!text.includes('[^')) return { text, notes: [] }
  const notes: { id: string; lines: string[] }[] = []
  const kept: string[] = []
  let open: string | undefined
  let note: { id: string; lines: string[] } | undefined
  for (const line of text.split('\n')) {
    const mark = fence.exec(line)?.[1]?.slice(0, 3)
    if (mark !== undefined && (open === undefined || open === mark))
      open = open === undefined ? mark : undefined
    const [, id, first] = (open === undefined && definition.exec(line)) || []
    if (id !== undefined) {
      note = { id, lines: [first ?? ''] }
      notes.push(note)
    } else if (note && (/^(?: {2,}|\t)\S/.test(line) || (line.trim() !== '' && note.lines.at(-1) !== '')))
      note.lines.push(line.trim())
    else if (note && line.trim() === '') note.lines.push('')
    else {
      note = undefined
      kept.push(line)
    }
  }
  return {
    text: kept.join('\n'),
    notes: notes.map(({ id, lines }) => ({ id, text: lines.join('\n').trim() })),
  }
}
