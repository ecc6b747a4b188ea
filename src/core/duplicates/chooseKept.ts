import type { DuplicateMember, MergeRule } from '#shared/contract/duplicates'

type Compare = (a: DuplicateMember, b: DuplicateMember) => number

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const addedFirst: Compare = (a, b) => byText(a.addedAt, b.addedAt) || byText(a.id, b.id)

/** What stands first is kept. An unknown date is older than any other. */
const orders: Readonly<Record<MergeRule, Compare>> = {
  earliest: addedFirst,
  newest: (a, b) => byText(b.published ?? '', a.published ?? ''),
  fullest: (a, b) => b.size - a.size || b.versions - a.versions,
  'most-cited': (a, b) => b.citations - a.citations,
}

/** The item of a group that a rule keeps; what is equal by it is told apart by which was added first. */
export const chooseKept = (
  members: readonly DuplicateMember[],
  rule: MergeRule,
): DuplicateMember | undefined => [...members].sort((a, b) => orders[rule](a, b) || addedFirst(a, b))[0]
