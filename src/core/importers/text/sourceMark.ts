/** The word for 'source' or 'sources' before a colon, as newsrooms write it in their languages. */
const words = [
  'sources?',
  'via',
  'h/t',
  'hat tip',
  'with information from',
  'quellen?',
  'fuentes?',
  'fontes?',
  'fonti',
  'bron(?:nen)?',
  'källa',
  'källor',
  'kilder?',
  'lähde',
  'źródł[oa]',
  'источники?',
  'джерел[оа]',
  'kaynak(?:lar)?',
  'المصدر',
  'المصادر',
  'منبع',
  '来源',
  '來源',
  '资料来源',
  '資料來源',
  '出典',
  '출처',
].join('|')

const withColon = new RegExp(`^[([]?\\s*(?:${words})\\s*[:：]\\s*(.+)$`, 'isu')
const withoutColon = /^(?:via|h\/t)\s+(?=[\p{Lu}@])(.{1,80})$/iu
const capitalAfter = /^\S+\s+[\p{Lu}@]/u

/** A line longer than this (UTF-16 units) tells something rather than naming sources. */
const longest = 300

/** The list of sources in a line such as `Source: CNN, CNN` or `Via Reuters`; undefined where it is another line. */
export const sourceListOf = (line: string): string | undefined => {
  if (line.length > longest) return undefined
  const listed = withColon.exec(line)?.[1]
  if (listed !== undefined) return listed
  return capitalAfter.test(line) && !/[.!?]$/.test(line) ? withoutColon.exec(line)?.[1] : undefined
}
