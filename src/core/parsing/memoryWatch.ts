import { memoryLimitMb } from './parserLimits'

/** Milliseconds between two looks. */
const interval = 20

/** Calls `onExceeded` once when this process' resident memory is too far above what it is now. */
export const watchMemory = (onExceeded: () => void): void => {
  const base = process.memoryUsage.rss()
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - base <= memoryLimitMb * 1024 * 1024) return
    clearInterval(timer)
    onExceeded()
  }, interval)
}
