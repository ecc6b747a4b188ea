import type { Passage, PassageKind, PassageLink, Version } from '#shared/model/article'
import { html, htmlText, type Html } from '../pack/html'

export type NinjsText = Pick<Version, 'passages' | 'sourceLines'>

const withLinks = (text: string, links: readonly PassageLink[]): Html => {
  const characters = Array.from(text)
  let at = 0
  const parts = links.flatMap(({ start, end, url }): (Html | string)[] => {
    const before = characters.slice(at, start).join('')
    at = end
    return [before, html`<a href="${url}">${characters.slice(start, end).join('')}</a>`]
  })
  return html`${parts}${characters.slice(at).join('')}`
}

const elements: Readonly<Record<PassageKind, (words: Html) => Html>> = {
  summary: (words) => html`<p>${words}</p>`,
  heading: (words) => html`<h2>${words}</h2>`,
  paragraph: (words) => html`<p>${words}</p>`,
  quote: (words) => html`<blockquote><p>${words}</p></blockquote>`,
  listItem: (words) =>
    html`<ul>
      <li>${words}</li>
    </ul>`,
  caption: (words) => html`<figure><figcaption>${words}</figcaption></figure>`,
  footnote: (words) => html`<aside role="doc-footnote"><p>${words}</p></aside>`,
}

const inOrder = (passages: readonly Passage[]): Passage[] =>
  [...passages].sort((a, b) => a.ordinal - b.ordinal)

/** Summary points, which ninjs has as descriptions. */
export const ninjsSummaries = ({ passages }: NinjsText): string[] =>
  inOrder(passages)
    .filter(({ passageKind }) => passageKind === 'summary')
    .map(({ text }) => text)

/** The text as XHTML, source lines after the passages that they follow, as printed; one block to a line. */
export const ninjsBody = ({ passages, sourceLines }: NinjsText): string =>
  inOrder(passages)
    .flatMap(({ label, passageKind, text, links }) => {
      const block = elements[passageKind](withLinks(text, links ?? []))
      const lines = sourceLines.filter((line) => line.after === label).sort((a, b) => a.order - b.order)
      const printed = lines.map(({ literal }) => html`<p>${literal}</p>`)
      return passageKind === 'summary' ? printed : [block, ...printed]
    })
    .map(htmlText)
    .join('\n')
