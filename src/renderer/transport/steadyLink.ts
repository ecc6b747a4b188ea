import {
  mapEventIterator,
  ORPCError,
  type ClientContext,
  type ClientLink,
  type ClientOptions,
} from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ErrorReport } from '#shared/errors'
import { sentences } from '#shared/sentences'
import { LineRefused, type OpenLine } from './openLine'
import type { LostReason } from './types'

export interface SteadyLinkOptions {
  /** Makes a new line each time; rejects with LineRefused. */
  readonly open: () => Promise<OpenLine>
  readonly onLost: (reason: LostReason) => void
  /** A second or later line is there. */
  readonly onRestored: () => void
  /** No other line could be had after one was lost, and nobody said why. */
  readonly onGone: () => void
  readonly sleep: (milliseconds: number) => Promise<void>
}

interface Connected {
  readonly line: OpenLine
  readonly link: RPCLink<ClientContext>
  lost: boolean
}

/** Pauses before each try to get a new line, in milliseconds. */
const pauses = [0, 300, 1000]

const toError = ({ code, message, details }: ErrorReport): ORPCError<string, unknown> =>
  new ORPCError(code, { defined: true, message, data: details })

const coreGone = (): ORPCError<string, unknown> =>
  toError({ code: 'core-gone', message: sentences['core-gone'], details: {} })

const isStream = (output: unknown): output is AsyncIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output

/** What failed because its line broke says so, unless its caller had given it up anyway. */
const whyFailed = (error: unknown, connected: Connected, signal: AbortSignal | undefined): unknown =>
  connected.lost && !signal?.aborted && !(error instanceof ORPCError) ? coreGone() : error

/**
 * The way of calls to one end, whatever line there is at the moment. Calls share one attempt to get a line; what was under
 * way when a line broke fails with `core-gone`, because nobody knows how far it got: nothing is sent twice.
 */
export class SteadyLink implements ClientLink<ClientContext> {
  #current: Promise<Connected> | undefined
  #before = false
  #closed = false

  constructor(private readonly options: SteadyLinkOptions) {}

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    const connected = await this.#connect()
    try {
      const output = await connected.link.call(path, input, options)
      if (!isStream(output)) return output
      return mapEventIterator(output, {
        value: (value) => Promise.resolve(value),
        error: (error) => Promise.resolve(whyFailed(error, connected, options.signal)),
      })
    } catch (error) {
      throw whyFailed(error, connected, options.signal)
    }
  }

  close(): void {
    this.#closed = true
    void this.#current?.then(
      ({ line }) => line.close(),
      () => undefined, // There was no line to close.
    )
  }

  #connect(): Promise<Connected> {
    if (this.#closed) return Promise.reject(coreGone())
    this.#current ??= this.#open()
    return this.#current
  }

  async #open(): Promise<Connected> {
    try {
      const line = await this.options.open()
      const connected: Connected = { line, link: new RPCLink({ port: line.port }), lost: false }
      line.onLost((reason) => this.#onLost(connected, reason))
      if (this.#before) this.options.onRestored()
      this.#before = true
      return connected
    } catch (error) {
      // The next call tries again.
      this.#current = undefined
      throw error instanceof LineRefused && error.report ? toError(error.report) : coreGone()
    }
  }

  #onLost(connected: Connected, reason: LostReason): void {
    connected.lost = true
    this.#current = undefined
    if (this.#closed) return
    this.options.onLost(reason)
    void this.#restore()
  }

  /** Watchers wait for `onRestored`, so a line is sought at once and not only with the next call. */
  async #restore(): Promise<void> {
    for (const pause of pauses) {
      await this.options.sleep(pause)
      try {
        await this.#connect()
        return
      } catch (error) {
        // The archive failed to open, as the host's own events tell; or the page is closing.
        if (this.#closed || (error instanceof ORPCError && error.code !== 'core-gone')) return
      }
    }
    this.options.onGone()
  }
}
