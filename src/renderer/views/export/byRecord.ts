import type { PreflightResult } from '../../stores/packPreflight'

type Finding = PreflightResult['findings'][number]

/** What a rule found in one record, at one place or more. */
export type FoundInRecord = readonly [Finding, ...Finding[]]

/** Findings by the record in which they are, in the order in which the records come first: a title is said once. */
export const byRecord = (findings: readonly Finding[]): FoundInRecord[] => {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const group = groups.get(finding.place.id)
    if (group) group.push(finding)
    else groups.set(finding.place.id, [finding])
  }
  return [...groups.values()]
}
