import type { ParserMessage, ParserRequest } from './types'

/** From the supervisor to its worker: what the parent says, and that a part of the answer has left. */
export type SupervisorMessage = ParserRequest | { readonly type: 'sent' }

/** From the worker, for the parent. */
export type WorkerMessage = ParserMessage
