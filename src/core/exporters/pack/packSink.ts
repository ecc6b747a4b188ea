/** Where the files of a pack go, one after the other: a folder or a zip. */
export interface PackSink {
  readonly add: (path: string, chunks: AsyncIterable<Uint8Array>, bytes: number) => Promise<void>
  /** Makes everything durable. */
  readonly finish: () => Promise<void>
  /** Lets go of what is open; what was written is removed by the caller. */
  readonly abandon: () => Promise<void>
}
