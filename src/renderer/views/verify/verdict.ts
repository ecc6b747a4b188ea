import type { Verification } from '#shared/contract/jobs'
import type { Tone } from '../../components/jobs/tones'

export type Verdict = 'ok' | 'changed' | 'incomplete' | 'custody' | 'other' | 'unknown'

/** The one line over the answers; each answer stands by itself below it. A missing signature counts for nothing. */
export const verdictOf = ({ unchanged, complete, custody, problems }: Verification): Verdict => {
  if (unchanged === 'no') return 'changed'
  if (unchanged === 'cannot-tell') return 'unknown'
  if (complete === 'no') return 'incomplete'
  if (custody === 'broken') return 'custody'
  if (complete === 'cannot-tell') return 'unknown'
  return problems > 0 ? 'other' : 'ok'
}

export const verdictTone: Readonly<Record<Verdict, Tone>> = {
  ok: 'ok',
  changed: 'bad',
  incomplete: 'warn',
  custody: 'bad',
  other: 'warn',
  unknown: 'unknown',
}

const tones: Readonly<Record<string, Tone>> = {
  yes: 'ok',
  unbroken: 'ok',
  'known-key': 'ok',
  no: 'bad',
  broken: 'bad',
  wrong: 'bad',
}

/** Grey for what cannot be told, and for an absent signature. */
export const answerTone = (answer: string): Tone => tones[answer] ?? 'unknown'
