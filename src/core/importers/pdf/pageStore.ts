import type { PageText } from './textPiece'

/** Pages in the order in which they were added. */
export interface PageStore {
  readonly add: (page: PageText) => void
  /** Can be gone through again and again; each page is made anew each time. */
  readonly pages: Iterable<PageText>
}

/** Keeps pages as one text each, which takes a fifth of the memory of their lines: a document may have 10,000. */
export const createPageStore = (): PageStore => {
  const packed: string[] = []
  return {
    add: (page) => {
      packed.push(JSON.stringify(page))
    },
    pages: {
      *[Symbol.iterator]() {
        for (const page of packed) yield JSON.parse(page) as PageText
      },
    },
  }
}
