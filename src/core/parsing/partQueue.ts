/** Parts of a file that come one by one, as something that can be read; each part is told to be taken when the next is wanted. */
export interface PartQueue {
  readonly iterable: AsyncIterable<Uint8Array>
  /** Resolves when the part was taken, or is not wanted any more. */
  readonly put: (bytes: Uint8Array) => Promise<void>
  readonly end: () => void
  /** Nothing more comes, and what came is not the whole: whoever reads is told. */
  readonly fail: () => void
  /** What still comes is taken and thrown away. */
  readonly skipRest: () => void
}

interface Slot {
  readonly bytes: Uint8Array
  readonly taken: () => void
}

/** What is thrown to whoever reads parts of which no more come. */
export class CutShort extends Error {
  override readonly name = 'CutShort'
}

export const createPartQueue = (onTaken: () => void): PartQueue => {
  let slot: Slot | undefined
  let state: 'open' | 'ended' | 'failed' | 'skipped' = 'open'
  let wake: () => void = () => undefined
  const change = (): Promise<void> => new Promise((resolve) => (wake = resolve))

  const release = (): void => {
    const held = slot
    slot = undefined
    held?.taken()
  }

  const iterate = async function* (): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      if (slot) {
        const { bytes } = slot
        yield bytes
        release()
      } else if (state === 'failed') throw new CutShort('the rest of the file did not come')
      else if (state !== 'open') return
      else await change()
    }
  }

  return {
    iterable: { [Symbol.asyncIterator]: iterate },
    put: (bytes) => {
      if (state === 'skipped') {
        onTaken()
        return Promise.resolve()
      }
      return new Promise((resolve) => {
        slot = {
          bytes,
          taken: () => {
            onTaken()
            resolve()
          },
        }
        wake()
      })
    },
    end: () => {
      if (state === 'open') state = 'ended'
      wake()
    },
    fail: () => {
      if (state === 'open') state = 'failed'
      wake()
    },
    skipRest: () => {
      if (state === 'open') state = 'skipped'
      release()
    },
  }
}
