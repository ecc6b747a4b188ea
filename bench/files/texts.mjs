// Articles as text, Markdown and web pages.
import { escaped } from './words.mjs'

const sourceOf = (paragraph) => /^Source: (.+)$/.exec(paragraph)?.[1]

export const textFile = (number, { article }) => {
  const { headline, byline, paragraphs } = article(number)
  return [headline, byline, ...paragraphs].join('\n\n') + '\n'
}

export const markdownFile = (number, { article }) => {
  const { headline, byline, paragraphs, day } = article(number)
  const [first, ...rest] = paragraphs
  return `---\ntitle: ${headline}\ndate: ${day}\n---\n\n# ${headline}\n\n*${byline}*\n\n${first}\n\n## Background\n\n${rest.join('\n\n')}\n`
}

const menu = Array.from({ length: 40 }, (_, at) => `<li><a href="/section/${at}">Section ${at}</a></li>`)

/** A page as sites make them: data for machines, a menu, an article, a footer. */
export const htmlFile = (number, { article }) => {
  const { headline, byline, paragraphs, day } = article(number)
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    datePublished: `${day}T08:00:00Z`,
    author: { '@type': 'Person', name: byline.slice(3) },
    publisher: { '@type': 'Organization', name: 'Example Gazette' },
  }
  const body = paragraphs.map((one) => {
    const source = sourceOf(one)
    return source ? `<p class="source">Source: ${source}</p>` : `<p>${escaped(one)} <a href="#">more</a></p>`
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} - Example Gazette</title>
<link rel="canonical" href="https://gazette.example/news/${number}"><meta property="og:title" content="${headline}">
<script type="application/ld+json">${JSON.stringify(data)}</script><style>${'.a{color:red}'.repeat(200)}</style></head>
<body><nav><ul>${menu.join('')}</ul></nav><main><article><h1>${headline}</h1><p class="byline">${byline}</p>
<figure><img src="picture-${number}.jpg" alt="The harbour"><figcaption>The harbour at dawn. Photo: Sample Wire</figcaption></figure>
${body.join('\n')}</article></main><aside>${menu.join('')}</aside><footer>All rights reserved.</footer></body></html>`
}
