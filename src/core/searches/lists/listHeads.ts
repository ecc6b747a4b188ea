import { foldHead } from '../../importers/table/foldHead'

/** Heads under which people keep what is to be looked up, most telling first, folded as `foldHead` does. */
const queryHeads: readonly ReadonlySet<string>[] = [
  'query|queries|search|searchterm|searchterms|term|terms|phrase|keyword|keywords|suchbegriff|suchbegriffe|suche|requete|recherche|terme|consulta|busqueda|termino|запрос|поиск|البحث|كلمةالبحث',
  'name|names|fullname|person|persons|people|company|companies|organisation|organization|entity|subject|title|namen|firma|nachname|nom|noms|nombre|nombres|empresa|имя|фамилия|название|اسم|الاسم|الأسماء|姓名|名称|名前',
].map((line) => new Set(line.split('|').map(foldHead)))

/** 0 for the most telling head of a column of queries, 1 for the others that are known; undefined for any other word. */
export const queryHeadRank = (head: string): 0 | 1 | undefined => {
  const folded = foldHead(head)
  if (folded === '') return undefined
  const [best, good] = queryHeads
  return best?.has(folded) ? 0 : good?.has(folded) ? 1 : undefined
}
