/** An address that is kept as data: of the web or of a mailbox. Scripts, files and places inside the document are not. */
export const linkAddress = (address: string | undefined): string | undefined => {
  const plain = address?.trim() ?? ''
  if (!/^(?:https?|mailto):/i.test(plain) || plain.length > 4000 || !URL.canParse(plain)) return undefined
  const { href } = new URL(plain)
  return href.length <= 4000 ? href : undefined
}

const hyperlink = /\bHYPERLINK\s+(?:\\[a-z]\s+)*"([^"]{1,4000})"|\bHYPERLINK\s+(https?:[^\s"]{1,4000})/i

/** The address in the instruction of a field (ECMA-376 part 1, 17.16.5.25): `HYPERLINK "https://..."`. */
export const fieldAddress = (instruction: string): string | undefined => {
  const match = hyperlink.exec(instruction)
  return linkAddress(match?.[1] ?? match?.[2])
}
