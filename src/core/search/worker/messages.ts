import type { IndexState } from '#shared/contract/library'
import type { ErrorCode, ErrorDetails } from '#shared/errors'
import type { Id } from '#shared/model/scalars'
import type { Completion } from '#core/search/query/completion/completion'
import type { HitList, PlaceRanges, SearchAnswer, SearchQuery } from '#core/search/types'

/** What the search worker is started with. A `build` worker makes one index, posts its bytes and ends. */
export interface WorkerStart {
  readonly role: 'serve' | 'build'
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

export type FromWorker =
  | { readonly type: 'state'; readonly state: IndexState }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly failure: Failure }
