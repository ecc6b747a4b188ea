import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ClaimLack } from '#shared/contract/claims'
import type { ClaimStatus, ClaimType, EvidenceRelation } from '#shared/model/claim'

const types: readonly ClaimType[] = ['fact', 'quote', 'number', 'date', 'name', 'opinion']
const statuses: readonly ClaimStatus[] = ['open', 'supported', 'contradicted', 'disputed', 'not-checkable']
const relations: readonly EvidenceRelation[] = ['supports', 'contradicts', 'context']
const lacks: readonly ClaimLack[] = ['unsourced', 'single-source', 'contradicted', 'unchecked']

/** The closed lists of claims, in words. */
export const useClaimChoices = () => {
  const { t } = useI18n()
  const inWords = <Value extends string>(values: readonly Value[], area: string) =>
    computed(() => values.map((value) => ({ value, label: t(`claims.${area}.${value}`) })))
  return {
    types: inWords(types, 'types'),
    statuses: inWords(statuses, 'statuses'),
    relations: inWords(relations, 'relations'),
    lacks: inWords(lacks, 'list.lacks'),
  }
}
