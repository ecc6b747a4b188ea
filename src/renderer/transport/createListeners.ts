import type { Unlisten } from './types'

/** Who wants to be told of something. */
export const createListeners = <T>() => {
  const listeners = new Set<(value: T) => void>()
  return {
    tell: (value: T): void => {
      for (const listener of [...listeners]) listener(value)
    },
    listen: (listener: (value: T) => void): Unlisten => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
