import type { OpenPackOptions } from '#core/exporters/pack/types'

/** `verify`: files of a pack; `collect`: items of the archive; `compare`: records. */
export interface CompareProgress {
  readonly step: 'verify' | 'collect' | 'compare'
  readonly done: number
  readonly total: number
}

export interface CompareOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: CompareProgress) => void
}

export interface ComparePackOptions extends CompareOptions, Pick<OpenPackOptions, 'unlock'> {}
