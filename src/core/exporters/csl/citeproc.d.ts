/** What is used of citeproc 2.4, which has no types of its own. */
declare module 'citeproc' {
  /** An XML element of a style or locale as citeproc's JSON reader takes it. */
  export interface CslElement {
    readonly name: string
    readonly attrs: Readonly<Record<string, string>>
    readonly children: readonly (CslElement | string)[]
  }

  interface System {
    readonly retrieveLocale: (language: string) => CslElement
    /** citeproc writes into what it is given. */
    readonly retrieveItem: (id: string) => Record<string, unknown>
  }

  export interface Engine {
    readonly updateItems: (ids: readonly string[]) => void
    readonly setOutputFormat: (format: 'html' | 'text') => void
    /** False where the style has none. */
    readonly makeBibliography: () =>
      [{ readonly bibstart: string; readonly bibend: string }, string[]] | false
    readonly previewCitationCluster: (
      citation: {
        readonly citationItems: readonly {
          readonly id: string
          readonly locator?: string
          readonly label?: string
        }[]
        readonly properties: { readonly noteIndex: number }
      },
      before: readonly [],
      after: readonly [],
      format: 'html' | 'text',
    ) => string
  }

  const citeproc: {
    readonly Engine: new (system: System, style: CslElement, language: string, force: boolean) => Engine
  }
  export { citeproc as default }
}
