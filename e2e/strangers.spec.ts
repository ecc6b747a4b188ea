import { join } from 'node:path'
import { startElectronHost } from './fixtures/electronHost'
import { askAsStranger, askByBridge, type Stranger } from './fixtures/strangers/askAsStranger'
import { expect, test } from './fixtures/test'
import { shellOf } from './pages/shellOf'

const page = 'data:text/html,<p>stranger'

/** Windows and frames that were never to be there. */
const strangers: Readonly<Record<string, Stranger>> = {
  'a window of no origin': { address: page },
  'an empty window': { address: 'about:blank' },
  'a window of another host of our scheme': { address: 'app://other/' },
  'a window of our host with a port': { address: 'app://bundle:8/' },
  'a window at an original': { address: `original://${'0'.repeat(64)}/` },
  'a second window of our own page': { address: 'app://bundle/' },
  'a frame of no origin': { address: page, frame: page },
  'a frame of our scheme': { address: page, frame: 'app://other/' },
  'a frame of our own page': { address: page, frame: 'app://bundle/' },
}

const hearsAnyone = join(import.meta.dirname, 'fixtures/strangers/hearsAnyone.cjs')

test(
  'hears no other window, no other frame and no other address, whatever messages they know',
  { tag: '@proof' },
  async ({ archive, noise }) => {
    noise.expect(/./)
    /** What came of every message, and who sent it. */
    const askAll = async (modules: readonly string[] = []): Promise<readonly string[]> => {
      const host = await startElectronHost(archive, noise.listen, { modules })
      try {
        await expect(shellOf(host.page).entry('Articles')).toHaveText(/1$/, { timeout: 60_000 })
        const asked = Object.entries(strangers).map(
          async ([name, stranger]) => [name, await askAsStranger(host.app, stranger)] as const,
        )
        const said = await Promise.all(asked)
        const byBridge = await askByBridge(host.app, 'app://other/')
        return [...said, ['our own window at another address', byBridge] as const].flatMap(
          ([name, answers]) =>
            Object.entries(answers).map(([message, answer]) => `${name}, ${message}: ${answer}`),
        )
      } finally {
        await host.stop()
      }
    }
    const heard = (said: readonly string[]): readonly string[] => said.filter((one) => one.includes(': got '))

    const said = await askAll()
    expect(heard(said)).toEqual([])
    expect(said).toHaveLength(Object.keys(strangers).length * 3 + 2)

    const control = await askAll([hearsAnyone])
    expect(heard(control)).toEqual(control)
    const stated = { promise: 4, count: said.length, failures: 0, controls: control.length, seed: '' }
    test.info().annotations.push({ type: 'proof', description: JSON.stringify(stated) })
  },
)
