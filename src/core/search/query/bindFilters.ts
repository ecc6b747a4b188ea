import type { Shard } from '#core/search/index/shard'
import { createColumnTest, isLanguage } from './columnTest'
import { askedDays, dateMatches } from './dates'
import type { DocumentTest } from './plan'
import type { DateRelation, QueryNode } from './syntax'

type FilterNode = Extract<QueryNode, { type: 'flag' | 'kind' | 'language' | 'date' }>

const flagTest = (shard: Shard, flag: string): DocumentTest => {
  const [facet, value] = [
    flag.startsWith('is:') ? ('is' as const) : ('has' as const),
    flag.replace(/^\w+:/, ''),
  ]
  return createColumnTest(shard.column(facet), (own) => own === value)
}

const dateTest = (shard: Shard, relation: DateRelation, date: string): DocumentTest => {
  const asked = askedDays(date)
  return (document) => {
    const known = shard.published(document)
    return known !== undefined && asked !== undefined && dateMatches(known, relation, asked)
  }
}

/** What a filter that is written in the query asks of the documents of a shard. */
export const bindFilter = (node: FilterNode, shard: Shard): DocumentTest => {
  switch (node.type) {
    case 'flag':
      return flagTest(shard, node.flag)
    case 'kind':
      return createColumnTest(shard.column('kind'), (kind) => kind === node.kind)
    case 'language':
      return createColumnTest(shard.column('language'), (language) => isLanguage(language, node.language))
    case 'date':
      return dateTest(shard, node.relation, node.date)
  }
}
