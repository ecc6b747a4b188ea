/**
 * A line that begins an entry: `@type{key,` at its beginning. Inside an entry it means that the entry before was
 * never closed; so an open brace costs one entry and not the rest of the file.
 */
export const entryLine = String.raw`\n[ \t]{0,8}@[A-Za-z]{1,40}[ \t]{0,20}[{(][ \t]{0,20}[^\s,{}()"=]{1,400}[ \t]{0,20},`

/** Where reading goes on after what could not be read: the next line that begins an entry, or ends one. */
export const resumeAt = (text: string, from: number): number => {
  const next = /\n[ \t]{0,40}(?:@[A-Za-z]{1,40}[ \t]{0,20}[{(]|[})][ \t]*\r?(?=\n|$))/g
  next.lastIndex = from
  const found = next.exec(text)
  if (!found) return text.length
  return found[0].includes('@') ? found.index : next.lastIndex
}
