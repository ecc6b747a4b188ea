const markup = Symbol('markup')

/** HTML that was made by `html` alone: foreign data cannot have this shape. */
export interface Html {
  readonly [markup]: string
}

export type HtmlValue = string | number | Html | undefined | readonly HtmlValue[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const render = (value: HtmlValue): string => {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
  if (markup in value) return value[markup]
  return value.map(render).join('')
}

/** A template whose values are all escaped, but those that `html` made itself. Attribute values must stand in quotes. */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  [markup]: parts.map((part, index) => part + render(values[index])).join(''),
})

/** Markup from a maker that escapes on its own (the style of a page, a bibliography by citeproc); never foreign text. */
export const trustedHtml = (text: string): Html => ({ [markup]: text })

export const htmlText = (page: Html): string => page[markup]
