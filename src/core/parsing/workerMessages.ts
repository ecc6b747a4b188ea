/** From the supervisor to its worker: a file, or that the next part of the answer may come. */
export type SupervisorMessage =
  | { readonly type: 'file'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'more' }

/** From the worker: that its importers are loaded, or a part of an answer. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'part'; readonly json: Uint8Array<ArrayBuffer>; readonly last: boolean }
