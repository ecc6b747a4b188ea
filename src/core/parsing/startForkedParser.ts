import { fork } from 'node:child_process'
import type { StartParser } from './types'

/**
 * Starts the parser as a child of this process: nothing of the environment, no flags, and no way to write to our
 * terminal. `entryPath` is the built file.
 */
export const startForkedParser =
  (entryPath: string): StartParser =>
  () => {
    const child = fork(entryPath, [], {
      serialization: 'advanced',
      env: {},
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const listeners: (() => void)[] = []
    let left = 2
    const leave = (): void => {
      left -= 1
      if (left === 0) for (const listener of listeners) listener()
    }
    // Both ends: a last message can still be in the channel when the process is gone.
    child.once('exit', leave)
    child.once('disconnect', leave)
    child.once('error', () => {
      left = 1
      leave()
    })
    return {
      post: (message) => {
        child.send(message, () => {
          // A failed send means that the process is gone, which onExit tells.
        })
      },
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => listeners.push(listener),
      kill: () => child.kill('SIGKILL'),
    }
  }
