import type { ChildProcess } from 'node:child_process'
import type { CoreChild, CoreListeners, RefusableLine } from '#core/process/coreChild'
import { fromCore, type Frame, type ToCore } from '#core/process/messages'

/** A page's line as a host without ports has it: frames that are passed on unread. */
export interface FrameLine extends RefusableLine {
  readonly send: (frame: Frame) => void
  readonly onFrame: (listener: (frame: Frame) => void) => void
  readonly onEnd: (listener: () => void) => void
  readonly end: () => void
}

export interface CorePaths {
  readonly searchWorker: string
  readonly bibliographyWorker: string
  readonly keysFolder: string
  readonly parser: string
}

/** The lines of one core by number, and the pipes between them and its channel. */
const createPipes = (post: (message: ToCore) => void) => {
  const lines = new Map<number, FrameLine>()
  let next = 0
  return {
    give: (line: FrameLine): void => {
      const number = next++
      lines.set(number, line)
      post({ type: 'line', line: number })
      line.onFrame((frame) => post({ type: 'frame', line: number, frame }))
      line.onEnd(() => {
        if (lines.delete(number)) post({ type: 'line-end', line: number })
      })
    },
    frame: (number: number, frame: Frame): void => lines.get(number)?.send(frame),
    end: (number: number): void => {
      const line = lines.get(number)
      lines.delete(number)
      line?.end()
    },
    endAll: (): void => {
      const open = [...lines.values()]
      lines.clear()
      for (const line of open) line.end()
    },
  }
}

/** Waits for both ends: a last message can still be in the channel when the process is gone. */
const onGone = (
  child: ChildProcess,
  log: (message: string, cause: unknown) => void,
  listener: () => void,
) => {
  let left = 2
  const leave = (): void => {
    left -= 1
    if (left === 0) listener()
  }
  child.once('exit', leave)
  child.once('disconnect', leave)
  child.once('error', (cause) => {
    log('the core could not be started or reached', cause)
    if (child.pid === undefined) listener()
  })
}

/** Drives a core that was forked with `child_process.fork` and `serialization: 'advanced'`. */
export const driveForkedCore = (
  child: ChildProcess,
  options: CorePaths & { readonly version: string; readonly log: (message: string, cause?: unknown) => void },
  listeners: CoreListeners,
): CoreChild<FrameLine> => {
  const post = (message: ToCore): void => {
    if (!child.connected) return
    child.send(message, () => {
      // A send that fails means that the core is gone, which its exit tells.
    })
  }
  const pipes = createPipes(post)
  child.on('message', (raw) => {
    const message = fromCore.safeParse(raw)
    if (!message.success) options.log('a message of the core was not understood', message.error)
    else if (message.data.type === 'frame') pipes.frame(message.data.line, message.data.frame)
    else if (message.data.type === 'line-end') pipes.end(message.data.line)
    else listeners.onMessage(message.data)
  })
  onGone(child, options.log, () => {
    pipes.endAll()
    listeners.onExit()
  })
  return {
    start: (open) =>
      post({
        type: 'start',
        open,
        version: options.version,
        searchWorker: options.searchWorker,
        bibliographyWorker: options.bibliographyWorker,
        keysFolder: options.keysFolder,
        parser: options.parser,
      }),
    give: pipes.give,
    resolved: (request, path) => post({ type: 'resolved', request, ...(path === undefined ? {} : { path }) }),
    watch: (folders) => post({ type: 'watch', folders: [...folders] }),
    exit: () => post({ type: 'exit' }),
    kill: () => void child.kill('SIGKILL'),
  }
}
