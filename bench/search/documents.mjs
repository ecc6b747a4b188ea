// Articles of the corpus as the engine's documents.
export const numberToId = (number) => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`

export const idToNumber = (id) => Number.parseInt(id.slice(-12), 16)

/** Lines that end where a column of print ended are one paragraph, as an importer joins them. */
const paragraphsOf = (body) => body.split(/\n{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' ').trim())

export const articleToDocument = ({ id, title, body, section }) => ({
  id: numberToId(id),
  kind: 'article',
  title,
  language: 'en',
  facets: { kind: ['article'], language: ['en'], keyword: [section] },
  texts: [
    { field: 'headline', text: title },
    ...paragraphsOf(body).map((text, at) => ({ field: 'text', passage: String(at + 1), text })),
    { field: 'keyword', text: section },
  ],
})
