import type { Analyser } from '#core/search/analysis/analyser'
import { isUnspaced } from '#core/search/analysis/scripts'
import { phraseTokens, type Token } from '#core/search/analysis/tokenise'
import { textGap, type Shard } from '#core/search/index/shard'
import { bindFilter } from './bindFilters'
import { createTermBinder, type BindingOptions } from './bindTerms'
import type { PhrasePlan, Plan, TermPlan } from './plan'
import type { PhraseNode, QueryNode, WordNode } from './syntax'

const isKnown = (term: TermPlan): boolean => term.groups.length > 0

const isOptional = (plan: Plan): boolean => plan.type === 'term' && plan.isCommon

/** Binds a query to the terms of these shards. */
export const createBinder = (analyser: Analyser, shards: readonly Shard[], options?: BindingOptions) => {
  const { term, literal } = createTermBinder(analyser, shards, options)
  /** What is asked for again is bound once, and so found once. */
  const bound = new Map<string, Plan | undefined>()

  const phrase = (tokens: readonly Token[], field: number | undefined): PhrasePlan | TermPlan | undefined => {
    const words = phraseTokens(tokens).map((token) => token.word)
    const [only] = words
    if (only === undefined) return undefined
    if (words.length === 1) return literal(only, field)
    return { type: 'phrase', field, words, terms: [...new Set(words)].map((word) => literal(word, field)) }
  }

  /**
   * What is written without spaces is looked for character by character where it was cut otherwise in the texts, or where
   * single characters fell out that mean little each alone.
   */
  const wordPlans = (node: WordNode): (TermPlan | PhrasePlan)[] => {
    const tokens = analyser.tokenise(node.text)
    const plans = tokens.map((token, at) =>
      term(token.word, at === tokens.length - 1 ? node.match : 'whole', node.field),
    )
    const byCharacters = tokens.some(
      ({ parts, word }, at) =>
        parts &&
        isUnspaced(word) &&
        ((tokens.length > 1 && parts.length === 1) || !isKnown(plans[at] as TermPlan)),
    )
    const characters = byCharacters ? phrase(tokens, node.field) : undefined
    return characters ? [characters] : plans
  }

  /** One side of a NEAR; a word that falls into several is taken as the phrase of them. */
  const side = (node: WordNode | PhraseNode): TermPlan | PhrasePlan | undefined => {
    const [only, ...more] = node.type === 'word' ? wordPlans(node) : []
    return only && more.length === 0 ? only : phrase(analyser.tokenise(node.text), node.field)
  }

  const near = (node: QueryNode & { type: 'near' }): Plan | undefined => {
    const left = side(node.left)
    const right = side(node.right)
    if (!left || !right) return left ?? right
    return { type: 'near', left, right, distance: Math.max(0, Math.min(node.distance, textGap - 1)) }
  }

  const all = (plans: readonly Plan[]): Plan | undefined => {
    if (plans.length <= 1) return plans[0]
    const needed = plans.filter((plan) => !isOptional(plan))
    const scored = needed.some(({ type }) => type !== 'not' && type !== 'filter' && type !== 'everything')
    if (!scored) return { type: 'all', parts: plans, optional: [] }
    return { type: 'all', parts: needed, optional: plans.filter(isOptional) }
  }

  const bindAll = (nodes: readonly QueryNode[]): Plan[] =>
    nodes.map(bind).filter((plan) => plan !== undefined)

  /** A part without any letter or digit binds to nothing and is left out. */
  const bind = (node: QueryNode): Plan | undefined => {
    const asked = JSON.stringify(node)
    if (!bound.has(asked)) bound.set(asked, bindNew(node))
    return bound.get(asked)
  }

  const bindNew = (node: QueryNode): Plan | undefined => {
    switch (node.type) {
      case 'word':
        return all(wordPlans(node))
      case 'phrase':
        return phrase(analyser.tokenise(node.text), node.field)
      case 'near':
        return near(node)
      case 'everything':
        return { type: 'everything' }
      case 'all':
        return all(bindAll(node.parts))
      case 'any': {
        const parts = bindAll(node.parts)
        return parts.length <= 1 ? parts[0] : { type: 'any', parts }
      }
      case 'not': {
        const part = bind(node.part)
        return part && { type: 'not', part }
      }
      default:
        return { type: 'filter', testOf: (shard) => bindFilter(node, shard) }
    }
  }
  return { bind, bindAny: (node: QueryNode) => anyOf(bind(node)) }
}

/** The same words, any of which will do. */
const anyOf = (plan: Plan | undefined): Plan | undefined =>
  plan?.type === 'all' ? { type: 'any', parts: [...plan.parts, ...plan.optional] } : plan
