import { openOutside } from './fixtures/openOutside'
import { expect, test } from './fixtures/test'
import { libraryOf } from './pages/libraryOf'

/** Every way out that a script in a page has. Resolves once each has come to its end. */
const tryToGetOut = async (outside: string): Promise<void> => {
  const settled = (element: HTMLElement, parent: ParentNode): Promise<void> =>
    new Promise((done) => {
      for (const end of ['load', 'error']) element.addEventListener(end, () => done())
      setTimeout(done, 1500)
      parent.append(element)
    })
  const image = Object.assign(document.createElement('img'), { src: `${outside}/img` })
  const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${outside}/style` })
  const frame = Object.assign(document.createElement('iframe'), { src: `${outside}/frame` })
  navigator.sendBeacon(`${outside}/beacon`, 'x')
  await Promise.all([
    // eslint-disable-next-line no-restricted-globals -- that the page refuses it is what is tested
    fetch(`${outside}/fetch`).catch(() => undefined),
    new Promise<void>((done) => {
      const request = new XMLHttpRequest()
      request.onloadend = () => done()
      request.open('GET', `${outside}/xhr`)
      request.send()
    }).catch(() => undefined),
    new Promise<void>((done) => {
      const socket = new WebSocket(`${outside.replace('http', 'ws')}/socket`)
      socket.onerror = socket.onopen = () => done()
    }).catch(() => undefined),
    new Promise<void>((done) => {
      const events = new EventSource(`${outside}/events`)
      events.onerror = events.onopen = () => {
        events.close()
        done()
      }
    }).catch(() => undefined),
    settled(image, document.body),
    settled(style, document.head),
    settled(frame, document.body),
  ])
}

const ways = ['beacon', 'events', 'fetch', 'frame', 'img', 'socket', 'style', 'xhr']

test('lets no script of the page out, by any way that leads out elsewhere', async ({
  anyBrowser,
  noise,
  page,
}) => {
  noise.expect(/Content Security Policy|Refused to|net::ERR|violates/)
  const outside = await openOutside()
  try {
    await libraryOf(page).openBundled()
    await page.evaluate(tryToGetOut, outside.url)
    expect(outside.seen).toEqual([])

    const open = await anyBrowser.newPage()
    await open.goto(`${outside.url}/page`)
    outside.seen.splice(0)
    await open.evaluate(tryToGetOut, outside.url)
    await open.close()
    expect([...new Set(outside.seen.map((path) => path.slice(1)))].sort()).toEqual(ways)
  } finally {
    await outside.close()
  }
})

test('has nothing of Node, of the disk, or of code made from text', async ({ noise, page }) => {
  noise.expect(
    /Content Security Policy|Refused to|net::ERR|violates|Not allowed to load local resource|requires 'Trusted/,
  )
  await libraryOf(page).openBundled()
  const found = await page.evaluate(async () => {
    const refused = async (action: () => unknown): Promise<string> => {
      try {
        await action()
        return 'allowed'
      } catch {
        return 'refused'
      }
    }
    // What a test evaluates may make code of text whatever the policy says; what runs later may not.
    await new Promise((later) => setTimeout(later))
    const element = document.createElement('div')
    const worker = (source: string | URL): Promise<string> =>
      refused(
        () =>
          new Promise((done, failed) => {
            const made = new Worker(source)
            made.onmessage = done
            made.onerror = failed
          }),
      )
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      // eslint-disable-next-line no-restricted-globals -- that the page refuses it is what is tested
      file: await refused(() => fetch('file:///etc/hostname')),
      // eslint-disable-next-line no-eval -- that the page refuses it is what is tested
      eval: await refused(() => (0, eval)('1 + 1')),
      // eslint-disable-next-line no-new-func -- that the page refuses it is what is tested
      function: await refused(() => new Function('return 1')()),
      // eslint-disable-next-line no-restricted-syntax -- that the page refuses it is what is tested
      html: await refused(() => (element.innerHTML = '<b>text</b>')),
      script: await refused(() => (document.createElement('script').text = 'void 0')),
      worker: await worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
      policy: await refused(() =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
        ).trustedTypes.createPolicy('mine', {}),
      ),
    }
  })
  expect(found).toEqual({
    node: [],
    file: 'refused',
    eval: 'refused',
    function: 'refused',
    html: 'refused',
    script: 'refused',
    worker: 'refused',
    policy: 'refused',
  })
})

test('offers a page the two functions of its bridge, or nothing at all', async ({ page }) => {
  await libraryOf(page).openBundled()
  const bridge = await page.evaluate(() => {
    const found = (globalThis as unknown as { cuttings?: object }).cuttings
    return found && { names: Object.keys(found).sort(), frozen: Object.isFrozen(found) }
  })
  expect([undefined, { names: ['adoptDrop', 'connect'], frozen: true }]).toContainEqual(bridge)
})
