import type { TimelineBar } from './timelineLayout'

/** A bar with its place in the order of time. */
export interface PlacedBar {
  readonly bar: TimelineBar
  readonly at: number
}

/**
 * The bars that reach into a stretch of the line of time, in pixels, and `always`, whichever that is: a long line has tens of
 * thousands, and only those that are looked at are drawn.
 */
export const barsWithin = (
  bars: readonly TimelineBar[],
  from: number,
  to: number,
  always: number,
): readonly PlacedBar[] =>
  bars
    .map((bar, at) => ({ bar, at }))
    .filter(({ bar, at }) => at === always || (bar.from < to && bar.from + bar.width > from))
