import type { LocationQuery, RouteLocationRaw } from 'vue-router'
import type { NetworkView, OverviewScope, TimeUnit } from '#shared/contract/overviews'

/** What the overview shows: of what, as which picture, and how that is cut. */
export interface OverviewAsked {
  readonly scope: OverviewScope
  readonly show: 'timeline' | 'network'
  readonly as: 'picture' | 'table'
  /** Absent: whichever can be read. */
  readonly by?: TimeUnit
  readonly view?: NetworkView
  readonly most: number
  /** The bar whose articles are listed; `none` is what is not dated. */
  readonly period?: string
}

/** Ends of a network that are drawn unless more are asked for, and as many as there may be. */
export const leastShown = 25
export const mostShown = 200

const ids = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const periods = /^(none|-?\d{4}(-\d{2}(-\d{2})?)?)$/

const first = (value: LocationQuery[string] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined

const oneOf = <Value extends string>(
  value: LocationQuery[string] | undefined,
  values: readonly Value[],
): Value | undefined => values.find((one) => one === first(value))

const scopeOf = (query: LocationQuery): OverviewScope => {
  const [id, source, text] = [first(query.id), first(query.source), first(query.q)]
  const [collection, tag] = [first(query.collection), first(query.tag)]
  if (id !== undefined && ids.test(id)) return { of: 'items', ids: [id] }
  if (source !== undefined && ids.test(source)) return { of: 'source', id: source }
  if (text !== undefined) return { of: 'search', text: text.slice(0, 2000) }
  if (collection !== undefined) return { of: 'collection', name: collection.slice(0, 1000) }
  return tag === undefined ? { of: 'archive' } : { of: 'tag', name: tag.slice(0, 1000) }
}

/** What can't be read is left out. */
export const addressToOverview = (query: LocationQuery): OverviewAsked => {
  const by = oneOf(query.by, ['day', 'month', 'year'])
  const view = oneOf(query.view, ['passages', 'articles', 'publishers', 'together'])
  const period = first(query.period)
  const most = Number(first(query.most) ?? leastShown)
  return {
    scope: scopeOf(query),
    show: oneOf(query.show, ['network']) ?? 'timeline',
    as: oneOf(query.as, ['table']) ?? 'picture',
    most: Number.isInteger(most) ? Math.min(mostShown, Math.max(leastShown, most)) : leastShown,
    ...(by ? { by } : {}),
    ...(view ? { view } : {}),
    ...(period !== undefined && periods.test(period) ? { period } : {}),
  }
}

const scopeQuery = (scope: OverviewScope): Record<string, string> => {
  switch (scope.of) {
    case 'archive':
      return {}
    case 'items':
      return { id: scope.ids[0] ?? '' }
    case 'source':
      return { source: scope.id }
    case 'search':
      return { q: scope.text }
    case 'collection':
    case 'tag':
      return { [scope.of]: scope.name }
  }
}

export const overviewToAddress = (asked: Partial<OverviewAsked> & Pick<OverviewAsked, 'scope'>) =>
  ({
    path: '/overview',
    query: {
      ...scopeQuery(asked.scope),
      ...(asked.show === 'network' ? { show: 'network' } : {}),
      ...(asked.as === 'table' ? { as: 'table' } : {}),
      ...(asked.by ? { by: asked.by } : {}),
      ...(asked.view ? { view: asked.view } : {}),
      ...(asked.period === undefined ? {} : { period: asked.period }),
      ...(asked.most === undefined || asked.most === leastShown ? {} : { most: String(asked.most) }),
    },
  }) satisfies RouteLocationRaw
