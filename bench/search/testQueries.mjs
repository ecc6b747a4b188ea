// Queries and known items out of the texts themselves, in the shape of `queries.json`, for a corpus that brings none.
const wordsOf = (text) => [...new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? [])]

const frequenciesOf = (articles) => {
  const found = new Map()
  for (const { title, body } of articles)
    for (const word of wordsOf(`${title} ${body}`)) found.set(word, (found.get(word) ?? 0) + 1)
  return found
}

/** One letter less. */
const mistype = (word, random) => {
  const at = 1 + Math.floor(random() * (word.length - 2))
  return word.slice(0, at) + word.slice(at + 1)
}

export const createTestQueries = (articles, random) => {
  const frequencies = frequenciesOf(articles)
  const most = articles.length / 4
  const pick = (list) => list[Math.floor(random() * list.length)]
  const telling = ({ body }, least = 2) =>
    wordsOf(body).filter((word) => frequencies.get(word) >= least && frequencies.get(word) <= most)
  const draw = (list, count) =>
    Array.from({ length: count }, () => list.splice(Math.floor(random() * list.length), 1)[0]).filter(Boolean)
  const many = (count, make) => Array.from({ length: count }, make)

  const typed = () => {
    const [first, last] = draw(wordsOf(pick(articles).title), 2)
    return { full: random() < 0.6 ? [first] : [], prefix: last?.slice(0, 3) ?? first }
  }
  const terms = (least, most) => ({
    terms: draw(telling(pick(articles)), least + Math.floor(random() * (most - least + 1))),
  })
  const phrase = () => {
    const words = pick(articles)
      .body.toLowerCase()
      .match(/[a-z]+/g)
    const at = Math.floor(random() * (words.length - 3))
    return { terms: words.slice(at, at + 2) }
  }
  const fuzzy = () => {
    const truth = pick(telling(pick(articles)).filter((word) => word.length > 5))
    return { terms: [mistype(truth, random)], truth }
  }
  const field = () => {
    const article = pick(articles)
    return { titleTerm: pick(wordsOf(article.title)), section: article.section }
  }
  const common = [...frequencies].sort((a, b) => b[1] - a[1]).slice(0, 10)

  const known = articles.slice(0, 200)
  const title = known.map(({ id, title: text }) => ({ id, terms: wordsOf(text).slice(0, 6) }))
  const body3 = known.map((article) => ({ id: article.id, terms: draw(telling(article), 3) }))
  const typo = title.slice(0, 100).map(({ id, terms: [first, ...rest] }) => ({
    id,
    terms: [mistype(first, random), ...rest],
  }))
  return {
    queries: {
      sayt: many(60, typed),
      one: many(30, () => terms(1, 1)),
      and: many(30, () => terms(2, 3)),
      or: many(30, () => terms(2, 4)),
      phrase: many(20, phrase),
      fuzzy: many(20, fuzzy),
      field: many(20, field),
      common: common.map(([word]) => ({ terms: [word] })),
    },
    knownItem: { title, body3, typo },
  }
}
