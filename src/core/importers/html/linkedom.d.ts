/** What is used of linkedom 0.18 in its bundled form, whose own types want a browser's. */
declare module 'linkedom/worker' {
  /** A document of linkedom: opaque here, it only goes on to Readability. */
  export interface PageDocument {
    readonly documentElement: object
  }

  export const parseHTML: (html: string) => { readonly document: PageDocument }
}
