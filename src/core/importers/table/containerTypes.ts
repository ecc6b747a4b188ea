import { foldHead } from './foldHead'

/** A CSL type, and the head of a column that speaks of it. */
export interface HeadedType {
  readonly type: string
  readonly head: string
}

/** What stands in a column of this name is part of a thing of this kind. */
const heads: Readonly<Record<string, string>> = {
  'article-journal': 'journal|journal title',
  'article-magazine': 'magazine|zeitschrift|revista|المجلة',
  'article-newspaper': 'newspaper|zeitung|periódico|الصحيفة',
  webpage: 'website title|website name',
  chapter: 'book title',
}

const typeByHead: ReadonlyMap<string, string> = new Map(
  Object.entries(heads).flatMap(([type, spellings]) =>
    spellings.split('|').map((spelling) => [foldHead(spelling), type] as const),
  ),
)

/** What a column of containers says of the things that are in them; undefined for heads such as `Source`. */
export const containerTypeOf = (head: string): HeadedType | undefined => {
  const type = typeByHead.get(foldHead(head))
  return type === undefined ? undefined : { type, head }
}
