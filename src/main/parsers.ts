import { MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import type { ToCore } from '#core/process/messages'

/**
 * Parser processes of one core. Only main can fork them; their bytes never pass through it, because each is joined to the
 * core by a channel of its own.
 */
export const createParsers = (path: string, post: (message: ToCore, ports?: MessagePortMain[]) => void) => {
  const running = new Map<number, UtilityProcess>()
  return {
    start: (parser: number): void => {
      // An empty environment would mean 'inherit everything' here.
      const child = utilityProcess.fork(path, [], {
        serviceName: 'Cuttings reader',
        stdio: 'ignore',
        env: { NODE_ENV: 'production' },
      })
      running.set(parser, child)
      const { port1, port2 } = new MessageChannelMain()
      child.once('exit', () => {
        running.delete(parser)
        post({ type: 'parser-ended', parser })
      })
      child.postMessage({ type: 'join' }, [port2])
      post({ type: 'parser-started', parser }, [port1])
    },
    kill: (parser: number): void => void running.get(parser)?.kill(),
    killAll: (): void => {
      for (const child of running.values()) child.kill()
    },
  }
}
