import type { Clock } from './clock'

const day = 24 * 60 * 60 * 1000

/** When it was so many days before now. */
export const daysAgo = (clock: Pick<Clock, 'now'>, days: number): string =>
  new Date(clock.now().getTime() - days * day).toISOString()
