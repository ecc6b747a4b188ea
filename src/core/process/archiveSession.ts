import type { ArchiveState, CatalogueBackup } from '#shared/contract/host'
import type { JobState } from '#shared/contract/jobs'
import { CuttingsError, type ErrorReport } from '#shared/errors'
import type { FolderToWatch } from '#core/inbox/types'
import type { CoreChild, ForkCore, RefusableLine } from './coreChild'
import { createCrashCounter } from './crashCounter'
import type { FromCore, OpenRequest } from './messages'
import type { TokenTable } from './tokenTable'

export interface SessionOptions<Line extends RefusableLine> {
  readonly fork: ForkCore<Line>
  readonly tokens: TokenTable
  /** A path as its user would say it. */
  readonly sayPlace: (path: string) => string
  readonly onState: (state: ArchiveState) => void
  readonly onJob: (job: JobState) => void
  /** The folders that are watched for this archive; each core is told of them once it has opened it. */
  readonly watched?: (archive: string) => readonly FolderToWatch[]
  readonly log: (message: string, cause?: unknown) => void
  readonly now: () => number
  /** How long a core may take to close its archive before it is ended, in milliseconds. */
  readonly patience: number
}

interface Running<Line> {
  readonly child: CoreChild<Line>
  readonly exited: Promise<void>
  stopping: boolean
}

/**
 * The life of the core behind one window or server: which archive it has, what becomes of it when it dies, and which lines
 * wait for it. There is never more than one core, because an archive has one writer.
 */
export class ArchiveSession<Line extends RefusableLine> {
  #request: OpenRequest
  #state: ArchiveState
  #readOnly = false
  #running: Running<Line> | undefined
  #lines: Line[] = []
  #calls: (() => void)[] = []
  #switching: Promise<void> = Promise.resolve()
  #closed = false
  readonly #crashes

  constructor(
    private readonly options: SessionOptions<Line>,
    first: OpenRequest,
  ) {
    this.#request = first
    this.#state = { state: 'opening', place: options.sayPlace(first.archive) }
    this.#crashes = createCrashCounter(options.now)
  }

  get state(): ArchiveState {
    return this.#state
  }

  /** The folder of the archive that is open, opening or failed; for the host alone. */
  get folder(): string {
    return this.#request.archive
  }

  get readOnly(): boolean {
    return this.#readOnly
  }

  /** Closes the archive that is open and opens this one; answers once that has succeeded or failed. */
  async open(request: OpenRequest): Promise<ArchiveState> {
    const before = this.#switching
    this.#switching = (async () => {
      await before
      if (this.#closed) return
      this.#settle({ state: 'opening', place: this.options.sayPlace(request.archive) })
      await this.#stop()
      this.options.tokens.clear()
      this.#crashes.clear()
      this.#request = request
      this.#start()
      await this.#settled()
    })()
    await this.#switching
    return this.#state
  }

  /** Opens the first archive, or the one that failed or went away, once more. */
  reopen(): Promise<ArchiveState> {
    return this.open(this.#request)
  }

  /** Opens the archive again and takes the lock of another machine, once, because the user asked for it. */
  takeLock(): Promise<ArchiveState> {
    return this.open({ ...this.#request, takeLock: true })
  }

  /** Puts a copy in the place of the catalogue, once, because the user asked for it, and opens the archive. */
  restoreBackup(name: string): Promise<ArchiveState> {
    return this.open({ ...this.#request, restore: name })
  }

  /** Gives a page's line to the core, once it is there; refuses it where the archive failed to open. */
  give(line: Line): void {
    if (this.#state.state === 'failed') line.refuse(this.#state.error)
    else if (this.#state.state === 'open' && this.#running) this.#running.child.give(line)
    else this.#lines.push(line)
  }

  /** Tells the core that other folders are watched now. */
  watchAgain(): void {
    if (this.#state.state !== 'open' || !this.options.watched) return
    this.#running?.child.watch(this.options.watched(this.folder))
  }

  /** Closes the archive for good. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#stop()
  }

  #settle(state: ArchiveState): void {
    this.#state = state
    this.options.onState(state)
    if (state.state === 'opening') return
    for (const line of this.#lines.splice(0)) this.give(line)
    for (const call of this.#calls.splice(0)) call()
  }

  #settled(): Promise<void> {
    if (this.#state.state !== 'opening') return Promise.resolve()
    return new Promise((resolve) => this.#calls.push(resolve))
  }

  #fail(error: ErrorReport, backups?: readonly CatalogueBackup[]): void {
    const place = this.options.sayPlace(this.#request.archive)
    this.#settle({ state: 'failed', place, error, ...(backups ? { backups: [...backups] } : {}) })
  }

  #start(): void {
    this.#settle({ state: 'opening', place: this.options.sayPlace(this.#request.archive) })
    let ended = (): void => undefined
    const exited = new Promise<void>((resolve) => (ended = resolve))
    const child = this.options.fork({
      onMessage: (message) => {
        if (this.#running === running) this.#onMessage(message)
      },
      onExit: () => {
        ended()
        this.#onExit(running)
      },
    })
    const running: Running<Line> = { child, exited, stopping: false }
    this.#running = running
    const { takeLock: _lock, restore: _restore, ...later } = this.#request
    child.start(this.#request)
    // Asked for once: a core that is started again must not break a lock that is another's by then, nor go back again.
    this.#request = later
  }

  async #stop(): Promise<void> {
    const running = this.#running
    if (!running) return
    running.stopping = true
    running.child.exit()
    const timer = setTimeout(() => {
      this.options.log('the core did not close in time and was ended')
      running.child.kill()
    }, this.options.patience)
    await running.exited
    clearTimeout(timer)
  }

  #onMessage(message: FromCore): void {
    switch (message.type) {
      case 'opened':
        this.#readOnly = message.readOnly
        // It is made once: a later start of the core opens what the first one made.
        this.#request = { ...this.#request, create: false }
        this.#settle({ state: 'open', name: message.name, place: this.options.sayPlace(this.folder) })
        this.watchAgain()
        return
      case 'failed':
        return this.#onFailed(message.error, message.backups)
      case 'resolve':
        this.#running?.child.resolved(message.request, this.options.tokens.resolve(message.token))
        return
      case 'job':
        return this.options.onJob(message.job)
      default:
        this.options.log(`a message of the core is not for the session: ${message.type}`)
    }
  }

  /** Its core has nothing to do any more; a second try forks another. */
  #onFailed(error: ErrorReport, backups?: readonly CatalogueBackup[]): void {
    if (this.#running) {
      this.#running.stopping = true
      this.#running.child.exit()
    }
    this.#fail(error, backups)
  }

  #onExit(ended: Running<Line>): void {
    if (this.#running === ended) this.#running = undefined
    if (ended.stopping || this.#closed) return
    this.options.log('the core ended unasked')
    // One that dies again and again would only keep the machine busy.
    if (this.#crashes.add()) this.#start()
    else this.#fail(new CuttingsError('core-gone').toReport())
  }
}
