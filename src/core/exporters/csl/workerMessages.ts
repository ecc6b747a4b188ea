import type { Bibliography } from './types'

/** What the worker says while and after it formats what it was started with. */
export type FromBibliographyWorker =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly bibliography: Bibliography }
