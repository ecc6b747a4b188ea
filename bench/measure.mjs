// Figures in one form: sorted once, told as median and 95th percentile in milliseconds.
export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const summary = (values) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) })

export const timed = async (work) => {
  const started = performance.now()
  const value = await work()
  return { value, ms: performance.now() - started }
}

const rounded = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)

/** One row of the table: what was measured, the figure, the goal, and whether it was reached. */
export const row = (what, figure, goal = '', reached = undefined) => ({
  what,
  figure: rounded(figure),
  goal,
  reached: reached === undefined ? '' : reached ? 'yes' : 'NO',
})
