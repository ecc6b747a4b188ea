/** The end of what begins at `from`, behind its closing mark; the end of the text where that never comes. */
const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

/** The end of a document type declaration, whose internal subset holds quoted texts, comments and declarations. */
const doctypeEnd = (text: string, from: number): number => {
  let inSubset = false
  for (let at = from; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"' || character === "'") at = after(text, character, at + 1) - 1
    else if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4) - 1
    else if (character === '[') inSubset = true
    else if (character === ']') inSubset = false
    else if (character === '>' && !inSubset) return at + 1
  }
  return text.length
}

export interface XmlProlog {
  /** Where the root element begins; the end of the text where there is none. */
  readonly root: number
  /** Whether a document type declares entities, none of which is ever read (XML 1.0, 4.2). */
  readonly declaresEntities: boolean
}

/** Passes over what may stand before the root element: declaration, instructions, comments, document type, stray text. */
export const xmlProlog = (text: string): XmlProlog => {
  let at = 0
  let declaresEntities = false
  while (at < text.length) {
    const open = text.indexOf('<', at)
    if (open < 0) break
    if (text.startsWith('<?', open)) at = after(text, '?>', open)
    else if (text.startsWith('<!--', open)) at = after(text, '-->', open)
    else if (/^<!doctype/i.test(text.slice(open, open + 9))) {
      at = doctypeEnd(text, open + 9)
      declaresEntities ||= /<!ENTITY\s/.test(text.slice(open, at))
    } else if (/^<[\p{L}_:]/u.test(text.slice(open, open + 3))) return { root: open, declaresEntities }
    else at = open + 1
  }
  return { root: text.length, declaresEntities }
}
