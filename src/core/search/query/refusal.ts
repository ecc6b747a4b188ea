import type { QueryNote } from '#shared/contract/search'

/** What breaks the reading of a query off; caught in `readQuery`, where the query is read as words instead. */
export class Refusal extends Error {
  constructor(readonly note: QueryNote) {
    super(note.code)
  }
}

export const refuse = (code: QueryNote['code'], at: number, word?: string): never => {
  throw new Refusal({ code, at, ...(word === undefined ? {} : { word }) })
}
