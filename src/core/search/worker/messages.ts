import type { IndexState } from '#shared/contract/library'
import type { ErrorCode, ErrorDetails } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { MergeInput } from '#core/search/index/segmentWork'
import type { Completion } from '#core/search/query/completion/completion'
import type { HitList, PlaceRanges, SearchAnswer, SearchQuery } from '#core/search/types'

/** What a worker that makes segments is to do: it posts the bytes of each, and ends; where it is told `stop`, before that. */
export type SegmentTask =
  | { readonly type: 'build'; readonly ids: readonly Id[] }
  | { readonly type: 'merge'; readonly inputs: readonly MergeInput[] }

/** What the search worker is started with: with a task, it does that and no more. */
export interface WorkerStart {
  readonly task?: SegmentTask
  readonly cataloguePath: string
  readonly folder: string
  readonly writable: boolean
}

/** What can be asked of the worker, with its answer. */
export interface WorkerCalls {
  readonly query: { readonly asks: SearchQuery; readonly answer: SearchAnswer }
  readonly select: {
    readonly asks: { readonly text: string; readonly list: HitList }
    readonly answer: readonly Id[]
  }
  readonly places: {
    readonly asks: { readonly text: string; readonly id: Id }
    readonly answer: readonly PlaceRanges[]
  }
  readonly complete: {
    readonly asks: { readonly text: string; readonly cursor: number }
    readonly answer: Completion
  }
  readonly catchUp: { readonly asks: null; readonly answer: null }
  readonly rebuild: { readonly asks: null; readonly answer: number }
}

export type CallName = keyof WorkerCalls

export type Call = {
  [Name in CallName]: { readonly name: Name; readonly asks: WorkerCalls[Name]['asks'] }
}[CallName]

export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly call: Call }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' }

/** A failure as plain data; what is not one of ours has no code. */
export interface Failure {
  readonly code?: ErrorCode
  readonly details?: ErrorDetails
  readonly message: string
}

/** Of a task: a segment, or why there is none. */
export type FromTask = Uint8Array | Failure

export type FromWorker =
  | { readonly type: 'state'; readonly state: IndexState }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure }
