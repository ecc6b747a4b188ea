/** What one file may cost before its process is killed (security: limits for foreign bytes). */
export interface ParserLimits {
  /** Seconds for any file. */
  readonly seconds: number
  /** One second more for each of these. */
  readonly bytesPerSecond: number
  /** Files after which a process is replaced. */
  readonly filesPerProcess: number
  /** Bytes of a file above which none is sent: the largest limit of any importer. */
  readonly bytes: number
}

export const parserLimits: ParserLimits = {
  seconds: 60,
  bytesPerSecond: 10_000_000,
  filesPerProcess: 100,
  bytes: 200 * 1024 * 1024,
}

/** Resident memory above the process' base at which it ends itself, in MB. Its peak stays below base + 512 MB. */
export const memoryLimitMb = 384

/** Seconds that a file of this size may take. */
export const secondsFor = (bytes: number, limits: ParserLimits): number =>
  limits.seconds + bytes / limits.bytesPerSecond
