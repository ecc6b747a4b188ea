/** What is used of @mozilla/readability 0.6, whose own types want a browser's. */
declare module '@mozilla/readability' {
  import type { PageDocument } from 'linkedom/worker'

  interface Readable {
    readonly content: string | null | undefined
    readonly byline: string | null | undefined
  }

  export class Readability {
    constructor(document: PageDocument, options: { readonly keepClasses: boolean })
    parse(): Readable | null
  }
}
