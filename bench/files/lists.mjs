// Files of many records: references, tables, an agency's items and feeds.
import { escaped } from './words.mjs'

const perFile = 20

const many = (number, { article }) =>
  Array.from({ length: perFile }, (_, at) => ({
    key: number * perFile + at,
    ...article(number * perFile + at),
  }))

export const risFile = (number, words) =>
  many(number, words)
    .map(
      ({ headline, day }) =>
        `TY  - NEWS\r\nTI  - ${headline}\r\nAU  - Writer, Sample\r\nT2  - Example Gazette\r\nDA  - ${day.replaceAll('-', '/')}\r\nER  - \r\n`,
    )
    .join('\r\n')

export const bibtexFile = (number, words) =>
  many(number, words)
    .map(
      ({ key, headline, day }) =>
        `@article{key${key},\n  title = {${headline}},\n  author = {Writer, Sample and M{\\"u}ller, Eva},\n  journal = {Example Gazette},\n  year = {${day.slice(0, 4)}}\n}\n`,
    )
    .join('\n')

export const cslFile = (number, words) =>
  JSON.stringify(
    many(number, words).map(({ key, headline, day }) => ({
      id: `csl-${key}`,
      type: 'article-newspaper',
      title: headline,
      author: [{ family: 'Writer', given: 'Sample' }],
      'container-title': 'Example Gazette',
      issued: { 'date-parts': [day.split('-').map(Number)] },
    })),
  )

export const csvFile = (number, words) =>
  [
    'Item Type,Title,Author,Publication Title,Date',
    ...many(number, words).map(
      ({ headline, day }) => `newspaperArticle,"${headline}","Writer, Sample",Example Gazette,${day}`,
    ),
  ].join('\r\n')

export const ninjsFile = (number, { article }) => {
  const { headline, byline, paragraphs, day } = article(number)
  return JSON.stringify({
    uri: `http://wire.example/items/${number}`,
    type: 'text',
    language: 'en',
    versioncreated: `${day}T06:00:00Z`,
    headline,
    byline,
    body_xhtml: paragraphs.map((one) => `<p>${escaped(one)}</p>`).join(''),
  })
}

export const rssFile = (number, words) => {
  const items = many(number, words).map(
    ({ key, headline, paragraphs, day }) =>
      `<item><title>${headline}</title><link>https://feed.example/${key}</link><guid>https://feed.example/${key}</guid><pubDate>${new Date(day).toUTCString()}</pubDate><description>${escaped(paragraphs.slice(0, 3).join(' '))}</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Example feed ${number}</title><link>https://feed.example/</link><description>News</description>${items.join('\n')}</channel></rss>`
}
