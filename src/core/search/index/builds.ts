import { decodeIndex } from './decodeIndex'
import type { MainIndex } from './mainIndex'

export interface BuildsOptions {
  /** Makes the bytes of a new main index. */
  readonly build: (signal: AbortSignal) => Promise<Uint8Array>
  readonly adopt: (index: MainIndex) => Promise<void>
  readonly save: (bytes: Uint8Array) => Promise<void>
  /** A build began or ended. */
  readonly onChange: () => void
}

/** Makes main indexes, one at a time: who asks meanwhile is given the one that is being made. */
export interface Builds {
  readonly start: (signal: AbortSignal) => Promise<void>
  readonly isRunning: () => boolean
  /** Whether the last one failed for another reason than that it was stopped. */
  readonly hasFailed: () => boolean
}

export const createBuilds = ({ build, adopt, save, onChange }: BuildsOptions): Builds => {
  let running: Promise<void> | undefined
  let failed = false

  const make = async (signal: AbortSignal): Promise<void> => {
    try {
      const bytes = await build(signal)
      const next = decodeIndex(bytes)
      if (!next) throw new TypeError('a new index could not be read back')
      await adopt(next)
      await save(bytes)
    } catch (error) {
      failed = !signal.aborted
      throw error
    } finally {
      running = undefined
      onChange()
    }
  }

  return {
    start: (signal) => {
      if (running) return running
      failed = false
      running = make(signal)
      onChange()
      return running
    },
    isRunning: () => running !== undefined,
    hasFailed: () => failed,
  }
}
