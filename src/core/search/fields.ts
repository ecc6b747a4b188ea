/** A field of the index. A `boost` lifts a match in it above one in running text. */
export interface SearchField {
  readonly name: string
  readonly boost: number
  readonly aliases: readonly string[]
}

/**
 * The fields of records.md, in the order in which the saved index numbers them (at most 16). A headline outweighs any number
 * of occurrences in the text: BM25 lets those reach 2.2 times the weight of one.
 */
export const searchFields: readonly SearchField[] = [
  { name: 'text', boost: 1, aliases: [] },
  { name: 'headline', boost: 5, aliases: ['title'] },
  { name: 'summary', boost: 1.5, aliases: [] },
  { name: 'caption', boost: 1.2, aliases: [] },
  { name: 'byline', boost: 1.5, aliases: [] },
  { name: 'publisher', boost: 1, aliases: [] },
  { name: 'source', boost: 1.2, aliases: [] },
  { name: 'place', boost: 1.5, aliases: [] },
  { name: 'person', boost: 1.5, aliases: [] },
  { name: 'keyword', boost: 2, aliases: ['tag'] },
  { name: 'collection', boost: 2, aliases: [] },
]

const numbers = new Map(
  searchFields.flatMap((field, index) =>
    [field.name, ...field.aliases].map((name) => [name, index] as const),
  ),
)

/** Number of a field by its name or alias, in any case; `undefined` where there is none. */
export const fieldNumber = (name: string): number | undefined => numbers.get(name.toLowerCase())

/** Number under which a text is indexed: what has no field of its own counts as text. */
export const indexedField = (name: string): number => numbers.get(name) ?? 0
