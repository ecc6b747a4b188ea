/** One step of the catalogue's schema; numbers count from 1 without a gap, and a released one never changes. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
