/** From the supervisor to its worker. */
export interface WorkerFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** From the worker: that its importers are loaded, or a part of an answer. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'part'; readonly json: Uint8Array<ArrayBuffer>; readonly last: boolean }
