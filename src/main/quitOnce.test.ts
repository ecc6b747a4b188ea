import { describe, expect, it } from 'vitest'
import { quitOnce } from './quitOnce'

const setUp = (finish: () => Promise<void>) => {
  const exits: number[] = []
  const logged: string[] = []
  let quit = (): boolean => false
  const app = {
    on: (_event: string, listener: (event: { preventDefault: () => void }) => void) => {
      quit = () => {
        let held = false
        listener({ preventDefault: () => (held = true) })
        return held
      }
    },
    exit: (code: number) => void exits.push(code),
  }
  quitOnce(app as unknown as Electron.App, finish, (message) => void logged.push(message))
  return { quit: () => quit(), exits, logged }
}

describe('the end of the application', () => {
  it('waits until the archive is closed, once, however often it is asked', async () => {
    let finished = 0
    let release = (): void => undefined
    const { quit, exits } = setUp(() => {
      finished += 1
      return new Promise((resolve) => (release = resolve))
    })
    expect([quit(), quit()]).toEqual([true, true])
    await new Promise(setImmediate)
    expect(exits).toEqual([])
    release()
    await new Promise(setImmediate)
    expect([finished, exits]).toEqual([1, [0]])
  })

  it('comes even where closing failed, which is told', async () => {
    const { quit, exits, logged } = setUp(() => Promise.reject(new Error('disk')))
    quit()
    await new Promise(setImmediate)
    expect([exits, logged]).toEqual([[0], ['the end was not clean']])
  })
})
