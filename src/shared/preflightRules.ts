import type { PackProfileName } from './packProfiles'

/** How grave a finding is: an `error` stops the export until it is mended or waived. */
export type PreflightSeverity = 'error' | 'warning' | 'note'

/** What is found, for one and for several (`{n}`), and what passes where nothing is found. Plain constants: pages show them. */
export const preflightRules = {
  'confidential-source-named': {
    found: ['A confidential source is named.', 'Confidential sources are named in {n} places.'],
    passed: 'No confidential source is named.',
  },
  'unsourced-claim': {
    found: ['1 claim has nothing that supports it.', '{n} claims have nothing that supports them.'],
    passed: 'Each claim has something that supports it.',
  },
  'claim-contradicted': {
    found: ['1 claim is contradicted or disputed.', '{n} claims are contradicted or disputed.'],
    passed: 'No claim is contradicted or disputed.',
  },
  'quotation-drift': {
    found: [
      '1 quotation no longer stands in the current version.',
      '{n} quotations no longer stand in the current version.',
    ],
    passed: 'Each quotation stands in the current version.',
  },
  'quotation-changed': {
    found: [
      '1 quotation has other words than the passage that it is of.',
      '{n} quotations have other words than the passages that they are of.',
    ],
    passed: 'Each quotation has the words of the passage that it is of.',
  },
  'single-origin-claim': {
    found: ['1 claim rests on a single source.', '{n} claims rest on a single source each.'],
    passed: 'No claim rests on a single source.',
  },
  'claim-without-check': {
    found: ['1 claim was checked by nobody.', '{n} claims were checked by nobody.'],
    passed: 'Each claim was checked.',
  },
  'unsourced-passage': {
    found: [
      '1 passage rests on no source line and no citation.',
      '{n} passages rest on no source line and no citation.',
    ],
    passed: 'Each passage rests on something.',
  },
  'photo-without-credit': {
    found: ['1 photo has no credit.', '{n} photos have no credit.'],
    passed: 'Each photo has a credit.',
  },
  'photo-without-caption': {
    found: ['1 photo has no caption.', '{n} photos have no caption.'],
    passed: 'Each photo has a caption.',
  },
  'photo-without-copyright': {
    found: ['1 photo has no copyright notice.', '{n} photos have no copyright notice.'],
    passed: 'Each photo has a copyright notice.',
  },
  'position-present': {
    found: ['1 photo says where it was taken.', '{n} photos say where they were taken.'],
    passed: 'No photo says where it was taken.',
  },
  'open-note': {
    found: ['1 note is open.', '{n} notes are open.'],
    passed: 'No note is open.',
  },
  'access-date-stale': {
    found: [
      '1 cited page was looked at more than 90 days ago.',
      '{n} cited pages were looked at more than 90 days ago.',
    ],
    passed: 'Each cited page was looked at within 90 days, as far as that is stated.',
  },
  'access-date-missing': {
    found: [
      '1 cited page does not say when it was looked at.',
      '{n} cited pages do not say when they were looked at.',
    ],
    passed: 'Each cited page says when it was looked at.',
  },
  'slot-unfilled': {
    found: ['1 photo slot is not filled.', '{n} photo slots are not filled.'],
    passed: 'Each photo slot is filled.',
  },
} as const satisfies Readonly<
  Record<string, { readonly found: readonly [string, string]; readonly passed: string }>
>

export type PreflightRule = keyof typeof preflightRules

export const preflightRuleNames = Object.keys(preflightRules) as readonly PreflightRule[] as readonly [
  PreflightRule,
  ...PreflightRule[],
]

type Checklist = Readonly<Partial<Record<PreflightRule, PreflightSeverity>>>

/** What each desk wants to have right. A rule that stands in no line of a profile is not asked for it. */
export const checklists = {
  full: {
    'confidential-source-named': 'warning',
    'unsourced-claim': 'warning',
    'claim-contradicted': 'warning',
    'quotation-drift': 'warning',
    'quotation-changed': 'warning',
    'single-origin-claim': 'note',
    'claim-without-check': 'note',
    'unsourced-passage': 'note',
    'photo-without-credit': 'warning',
    'photo-without-caption': 'warning',
    'photo-without-copyright': 'note',
    'position-present': 'note',
    'open-note': 'note',
    'access-date-stale': 'note',
    'access-date-missing': 'note',
    'slot-unfilled': 'note',
  },
  'fact-check': {
    'confidential-source-named': 'warning',
    'unsourced-claim': 'error',
    'claim-contradicted': 'warning',
    'quotation-drift': 'error',
    'quotation-changed': 'warning',
    'single-origin-claim': 'warning',
    'claim-without-check': 'warning',
    'unsourced-passage': 'warning',
    'photo-without-credit': 'note',
    'photo-without-caption': 'note',
    'position-present': 'note',
    'open-note': 'warning',
    'access-date-stale': 'warning',
    'access-date-missing': 'warning',
    'slot-unfilled': 'note',
  },
  photo: {
    'confidential-source-named': 'error',
    'photo-without-credit': 'error',
    'photo-without-caption': 'error',
    'photo-without-copyright': 'warning',
    'position-present': 'warning',
    'slot-unfilled': 'note',
  },
  standards: {
    'confidential-source-named': 'warning',
    'unsourced-claim': 'error',
    'claim-contradicted': 'error',
    'quotation-drift': 'error',
    'quotation-changed': 'warning',
    'single-origin-claim': 'warning',
    'claim-without-check': 'error',
    'unsourced-passage': 'warning',
    'photo-without-credit': 'error',
    'photo-without-caption': 'warning',
    'photo-without-copyright': 'warning',
    'position-present': 'warning',
    'open-note': 'warning',
    'access-date-stale': 'warning',
    'access-date-missing': 'warning',
    'slot-unfilled': 'note',
  },
  light: {
    'confidential-source-named': 'error',
    'unsourced-claim': 'warning',
    'claim-contradicted': 'warning',
    'quotation-drift': 'warning',
    'quotation-changed': 'warning',
    'unsourced-passage': 'note',
    'photo-without-credit': 'note',
    'photo-without-caption': 'note',
    'slot-unfilled': 'note',
  },
  // What is confidential is taken out of it, and looked for in what was written: nothing here has to say so.
  redacted: {
    'unsourced-claim': 'warning',
    'claim-contradicted': 'warning',
    'quotation-drift': 'warning',
    'quotation-changed': 'warning',
    'single-origin-claim': 'note',
    'unsourced-passage': 'note',
    'photo-without-credit': 'warning',
    'photo-without-caption': 'warning',
    'slot-unfilled': 'note',
  },
} as const satisfies Readonly<Record<PackProfileName, Checklist>>

/** The sentence of a rule for a number of findings. */
export const preflightSentence = (rule: PreflightRule, total: number): string => {
  const { found, passed } = preflightRules[rule]
  if (total === 0) return passed
  return total === 1 ? found[0] : found[1].replace('{n}', total.toLocaleString('en'))
}
