import { isArticleType } from './articleTypes'
import type { Fact, FactName } from './pageFacts'

type Json = unknown
type Node = Readonly<Record<string, Json>>

/** Nodes of a page's data that are looked at, and how far inside each other. */
const mostNodes = 5000
const deepest = 20

const isNode = (value: Json): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: Json): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const parse = (text: string): Json => {
  try {
    return JSON.parse(text.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''))
  } catch {
    // A block that is not JSON says nothing.
    return undefined
  }
}

/** Every node, at any depth, outermost first. */
const nodesOf = (values: readonly Json[]): readonly Node[] => {
  const found: Node[] = []
  let level = values
  for (let depth = 0; depth < deepest && level.length > 0 && found.length < mostNodes; depth += 1) {
    const nodes = level.flatMap(listOf).filter(isNode).slice(0, mostNodes)
    for (const node of nodes) found.push(node)
    level = nodes.flatMap((node) => Object.values(node))
  }
  return found
}

const typesOf = (node: Node): readonly string[] =>
  listOf(node['@type']).filter((type) => typeof type === 'string')

const textOf = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (isNode(value) && typeof value['@value'] === 'string') return [value['@value']]
  return []
}

const textsOf = (value: Json): readonly string[] => listOf(value).flatMap(textOf)

/** Names of people and organisations, which stand inside, or are named by the id of another node. */
const namesOf = (value: Json, byId: ReadonlyMap<string, Node>): readonly string[] =>
  listOf(value).flatMap((one) => {
    if (!isNode(one)) return textOf(one)
    const id = one['@id']
    const named = one['name'] === undefined && typeof id === 'string' ? byId.get(id) : one
    return textsOf(named?.['name'])
  })

const idOf = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isNode(value) ? textsOf(value['@id'] ?? value['url']) : []
}

const pictureOf = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value]
  return isNode(value) ? textsOf(value['url'] ?? value['contentUrl']) : []
}

const isAddress = (value: string): boolean => /^https?:\/\//i.test(value)

/** Of several articles in a page's data the first: it is the page's own, others are teasers. */
const articleAmong = (nodes: readonly Node[]): Node | undefined =>
  nodes.find((node) => typesOf(node).some(isArticleType))

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Some systems keep the title as `name` and a description as `headline`: the one with which the page's own title begins is it. */
const headlineOf = (article: Node, title: string): readonly string[] => {
  const both = [...textsOf(article['headline']), ...textsOf(article['name'])].slice(0, 2)
  const shown = both.find((text) => folded(text) !== '' && folded(title).startsWith(folded(text)))
  return shown === undefined ? both.slice(0, 1) : [shown]
}

/** What the page's JSON-LD says of its article (schema.org). `title` is that of the page. */
export const jsonLdFacts = (
  data: readonly string[],
  title: string,
): { readonly facts: readonly Fact[]; readonly isArticle: boolean } => {
  const nodes = nodesOf(data.map(parse))
  const article = articleAmong(nodes)
  if (!article) return { facts: [], isArticle: false }
  const byId = new Map<string, Node>()
  for (const node of nodes)
    if (typeof node['@id'] === 'string' && node['name'] !== undefined) byId.set(node['@id'], node)
  const urls = [...textsOf(article['url']), ...listOf(article['mainEntityOfPage']).flatMap(idOf)]
  const values: Readonly<Partial<Record<FactName, readonly string[]>>> = {
    headline: headlineOf(article, title),
    byline: namesOf(article['author'] ?? article['creator'], byId),
    publisher: namesOf(article['publisher'], byId).slice(0, 1),
    published: textsOf(article['datePublished']).slice(0, 1),
    modified: textsOf(article['dateModified']).slice(0, 1),
    language: textsOf(article['inLanguage']).slice(0, 1),
    url: urls.filter(isAddress).slice(0, 1),
    uri: textsOf(article['@id']),
    keywords: textsOf(article['keywords']),
    description: textsOf(article['description']).slice(0, 1),
    picture: listOf(article['image']).flatMap(pictureOf).slice(0, 5),
    copyrightNotice: textsOf(article['copyrightNotice']).slice(0, 1),
  }
  const facts = (Object.keys(values) as FactName[]).map((name) => ({
    name,
    from: 'json-ld' as const,
    values: values[name] ?? [],
  }))
  return { facts, isArticle: true }
}
