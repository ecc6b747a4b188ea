import type { LocationQuery } from 'vue-router'
import type { ClaimFilter, ClaimLack } from '#shared/contract/claims'
import type { ClaimStatus, ClaimType } from '#shared/model/claim'

const statuses = ['open', 'supported', 'contradicted', 'disputed', 'not-checkable'] as const
const types = ['fact', 'quote', 'number', 'date', 'name', 'opinion'] as const
const lacks = ['unsourced', 'single-source', 'contradicted', 'unchecked'] as const

const oneOf = <Value extends string>(
  values: readonly Value[],
  asked: LocationQuery[string] | undefined,
): Value | undefined => values.find((value) => value === asked)

/** What the list of claims is narrowed to, as the address says it; what is no choice there counts as none. */
export const queryToClaimFilter = (query: LocationQuery): ClaimFilter => {
  const status: ClaimStatus | undefined = oneOf(statuses, query['status'])
  const claimType: ClaimType | undefined = oneOf(types, query['type'])
  const lack: ClaimLack | undefined = oneOf(lacks, query['lack'])
  const { article } = query
  return {
    ...(status ? { status } : {}),
    ...(claimType ? { claimType } : {}),
    ...(lack ? { lack } : {}),
    ...(typeof article === 'string' && article ? { articleId: article } : {}),
  }
}

export const claimFilterToQuery = ({
  status,
  claimType,
  lack,
  articleId,
}: ClaimFilter): Record<string, string> => ({
  ...(status ? { status } : {}),
  ...(claimType ? { type: claimType } : {}),
  ...(lack ? { lack } : {}),
  ...(articleId ? { article: articleId } : {}),
})
