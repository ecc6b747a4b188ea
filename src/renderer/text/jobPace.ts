/** How far work was at one moment; `at` in milliseconds. */
export interface PaceSample {
  readonly at: number
  readonly done: number
  readonly total: number
  readonly bytes: number
  readonly totalBytes: number
}

export interface Pace {
  readonly filesPerSecond: number
  /** Absent while it can't be said honestly. */
  readonly secondsLeft?: number
}

/** How long a look back the pace is taken from, in milliseconds. */
export const paceWindow = 10_000

/** The time left is told only after so long a look, and so many files. */
const [shortestLook, fewestFiles] = [4000, 5]

/** The samples that still count, with a new one. Work that is less far than before is other work: it begins anew. */
export const withSample = (samples: readonly PaceSample[], sample: PaceSample): readonly PaceSample[] => {
  const isOther = (samples.at(-1)?.done ?? 0) > sample.done
  return isOther ? [sample] : [...samples.filter(({ at }) => sample.at - at <= paceWindow), sample]
}

/**
 * The pace over the last seconds. Time left goes by bytes where all of them are known beforehand, else by files, and only
 * while the total does not grow: a folder that is still walked says nothing about its end.
 */
export const paceOf = (samples: readonly PaceSample[]): Pace | undefined => {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < 1000) return undefined
  const seconds = (last.at - first.at) / 1000
  const files = last.done - first.done
  const filesPerSecond = files / seconds
  const isSteady = last.at - first.at >= shortestLook && files >= fewestFiles && first.total === last.total
  if (!isSteady) return { filesPerSecond }
  const bytes = last.bytes - first.bytes
  const byBytes = last.totalBytes === first.totalBytes && last.totalBytes > last.bytes && bytes > 0
  const secondsLeft = byBytes
    ? ((last.totalBytes - last.bytes) * seconds) / bytes
    : (last.total - last.done) / filesPerSecond
  return { filesPerSecond, secondsLeft }
}
