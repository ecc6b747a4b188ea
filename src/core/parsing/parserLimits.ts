/** What one file may cost before its process is killed (security: limits for foreign bytes). */
export interface ParserLimits {
  /** Seconds for any file. */
  readonly seconds: number
  /** One second more for each of these, read or taken out of it. */
  readonly bytesPerSecond: number
  /** Files after which a process is replaced. */
  readonly filesPerProcess: number
}

export const parserLimits: ParserLimits = {
  seconds: 60,
  bytesPerSecond: 10_000_000,
  filesPerProcess: 100,
}

/** Resident memory above the process' base at which it ends itself, in MB. Its peak stays below base + 512 MB. */
export const memoryLimitMb = 384

/** Seconds that so many bytes may take, beside those for any file. */
export const secondsFor = (bytes: number, limits: ParserLimits): number => bytes / limits.bytesPerSecond
