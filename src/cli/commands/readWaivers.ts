import { InvalidArgumentError } from 'commander'
import { CuttingsError } from '#shared/errors'
import type { PreflightWaiver } from '#shared/contract/preflight'
import { preflightRuleNames, type PreflightRule } from '#shared/preflightRules'

type Waived = Pick<PreflightWaiver, 'rule' | 'reason'>

const isRule = (name: string): name is PreflightRule => preflightRuleNames.some((rule) => rule === name)

/** `RULE=REASON`, given once for each rule. */
export const collectWaiver = (value: string, before: readonly Waived[] = []): Waived[] => {
  const [, rule = '', reason = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? []
  if (!isRule(rule)) throw new InvalidArgumentError(`a rule is wanted: ${preflightRuleNames.join(', ')}.`)
  if (reason.trim() === '') throw new InvalidArgumentError('a reason is wanted: RULE=REASON.')
  return [...before, { rule, reason: reason.trim() }]
}

/** Nothing is waived by nobody. */
export const waiversBy = (waived: readonly Waived[], by: string | undefined): PreflightWaiver[] => {
  const name = by?.trim() ?? ''
  if (waived.length > 0 && name === '')
    throw new CuttingsError('usage', { reason: 'Who waives is wanted: --by NAME.' })
  return waived.map((one) => ({ ...one, by: name }))
}
