import { utilityProcess, type MessagePortMain } from 'electron'
import type { ForkCore, RefusableLine } from '#core/process/coreChild'
import { fromCore, type ToCore } from '#core/process/messages'
import type { Log } from '#core/process/hostImplementer'
import { createParsers } from './parsers'

/** A page's line to the archive: its port, which the core will own. */
export interface PortLine extends RefusableLine {
  readonly port: MessagePortMain
}

export interface CoreFiles {
  readonly core: string
  readonly parser: string
  readonly searchWorker: string
  readonly bibliographyWorker: string
  readonly keysFolder: string
}

/** Forks the core as a utility process, and the parsers that it asks for. */
export const forkUtilityCore =
  (files: CoreFiles, version: string, log: Log): ForkCore<PortLine> =>
  (listeners) => {
    const child = utilityProcess.fork(files.core, [], { serviceName: 'Cuttings archive', stdio: 'inherit' })
    let alive = true
    const post = (message: ToCore, ports: MessagePortMain[] = []): void => {
      if (alive) child.postMessage(message, ports)
    }
    const parsers = createParsers(files.parser, post)
    let lines = 0
    child.on('message', (raw: unknown) => {
      const message = fromCore.safeParse(raw)
      if (!message.success) log('a message of the core was not understood', message.error)
      else if (message.data.type === 'parser-start') parsers.start(message.data.parser)
      else if (message.data.type === 'parser-kill') parsers.kill(message.data.parser)
      else listeners.onMessage(message.data)
    })
    child.on('exit', () => {
      alive = false
      parsers.killAll()
      listeners.onExit()
    })
    return {
      start: (open) =>
        post({
          type: 'start',
          open,
          version,
          searchWorker: files.searchWorker,
          bibliographyWorker: files.bibliographyWorker,
          keysFolder: files.keysFolder,
        }),
      give: ({ port }) => post({ type: 'line', line: lines++ }, [port]),
      resolved: (request, path) =>
        post({ type: 'resolved', request, ...(path === undefined ? {} : { path }) }),
      watch: (folders) => post({ type: 'watch', folders: [...folders] }),
      exit: () => post({ type: 'exit' }),
      kill: () => void child.kill(),
    }
  }
