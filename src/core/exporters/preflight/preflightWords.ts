import type { PreflightReport, PreflightResult } from '#shared/contract/preflight'

/** The state of the whole, in a sentence: for the front page of a pack and the command line. */
export const preflightState = ({ results }: PreflightReport): string => {
  const count = (isCounted: (result: PreflightResult) => boolean): number => results.filter(isCounted).length
  const waived = count(({ state }) => state === 'waived')
  const open = (severity: PreflightResult['severity']): number =>
    count((result) => result.state === 'found' && result.severity === severity)
  const passed = count(({ state }) => state === 'passed')
  const parts = [
    [open('error'), 'to be mended'],
    [open('warning'), 'to be looked at'],
    [open('note'), 'to know'],
    [waived, 'waived'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`)
  return `${passed} of ${results.length} rules passed${told.length > 0 ? `; ${told.join(', ')}` : ''}.`
}
