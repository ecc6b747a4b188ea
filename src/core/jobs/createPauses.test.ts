import { expect, it } from 'vitest'
import { createPauses } from './createPauses'

const holdThread = (milliseconds: number): void => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

/** Whether others had their turn while work of so many pieces of 5 ms was done. */
const othersDuring = async (pieces: number, pause: () => Promise<void>): Promise<boolean> => {
  let others = false
  setImmediate(() => (others = true))
  for (let done = 0; done < pieces; done += 1) {
    holdThread(5)
    await pause()
  }
  return others
}

it('lets others have their turn in long work', async () => {
  expect(await othersDuring(10, createPauses())).toBe(true)
})

it('would be noticed if it did not (control of the test above)', async () => {
  expect(await othersDuring(10, () => Promise.resolve())).toBe(false)
})

it('hears a cancel', async () => {
  const pause = createPauses(AbortSignal.abort())
  await expect(othersDuring(10, pause)).rejects.toThrow()
})
