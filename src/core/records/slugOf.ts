/** ASCII letters, digits and single hyphens, at most `length` characters and cut between words: for names of files. */
export const slugOf = (text: string, length = 60): string => {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (plain.length <= length) return plain || 'untitled'
  const cut = plain.slice(0, length + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : plain.slice(0, length)
}
