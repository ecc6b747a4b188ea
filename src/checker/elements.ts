type Content = Node | string

/** An element with attributes and content; text is always text. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly Content[]
): HTMLElement => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...content)
  return made
}

export const list = (items: readonly (readonly Content[])[]): HTMLElement =>
  element('ul', {}, ...items.map((item) => element('li', {}, ...item)))

/** An element of the page, which the same build wrote. */
export const part = <E extends HTMLElement>(id: string, type: new () => E): E => {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new TypeError(`the page has no ${id}`)
  return found
}
