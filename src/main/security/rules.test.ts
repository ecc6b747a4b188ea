import { describe, expect, it } from 'vitest'
import { contentPolicy, foreignPolicy } from '#shared/contentPolicy'
import { debuggingDoor } from './debugging'
import { createLedgerBook } from '#core/process/networkLedger'
import { cutNetwork, isOwnAddress, isPackAddress } from './network'
import { requireSandbox } from './sandbox'
import { schemes } from './schemes'
import { isOurPage } from './senders'
import { applySwitches } from './switches'
import { printPreferences, webPreferences } from './webPreferences'

describe('the packaged application', () => {
  it.each([
    '--inspect',
    '--inspect=0',
    '--inspect-brk=9229',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--REMOTE-DEBUGGING-PORT=1',
    '-inspect',
    '--js-flags=--expose-gc',
  ])('does not start with a switch that lets another program drive it: %s', (arg) => {
    expect(debuggingDoor(['file.txt', arg])).toBe(arg)
  })

  it('starts with what is no such switch', () => {
    expect(
      debuggingDoor(['inspect', '--user-data-dir=/a', '/home/me/--inspect', '--no-sandbox']),
    ).toBeUndefined()
  })

  it('runs in the sandbox whatever it is told; a development one obeys --no-sandbox, for root', () => {
    const enabled = (isPackaged: boolean, isOff: boolean): boolean => {
      let answer = false
      const commandLine = { hasSwitch: (name: string) => isOff && name === 'no-sandbox' }
      requireSandbox({
        isPackaged,
        commandLine: commandLine as Electron.CommandLine,
        enableSandbox: () => (answer = true),
      })
      return answer
    }
    expect([enabled(true, true), enabled(true, false), enabled(false, false)]).toEqual([true, true, true])
    expect(enabled(false, true)).toBe(false)
  })

  it('has no developer tools', () => {
    expect(webPreferences('/p', true).devTools).toBe(false)
  })
})

describe('the network', () => {
  it.each([
    'https://example.com/',
    'http://127.0.0.1/',
    'ws://a/',
    'file:///etc/passwd',
    'ftp://a/',
    'not an address',
  ])('is not asked for %s', (address) => {
    expect(isOwnAddress(address)).toBe(false)
  })

  it('is not what the own schemes are', () => {
    for (const address of ['app://bundle/', `original://${'a'.repeat(64)}`, 'blob:app://bundle/x'])
      expect(isOwnAddress(address)).toBe(true)
  })

  it('is closed by switches too: no names, a dead proxy even for loopback', () => {
    const given = new Map<string, string | undefined>()
    applySwitches({ appendSwitch: (name, value) => void given.set(name, value) })
    expect(given.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(given.get('proxy-server')).toBe('http://127.0.0.1:9')
    expect(given.get('proxy-bypass-list')).toBe('<-loopback>')
    expect([...given.keys()]).toEqual(expect.arrayContaining(['disable-background-networking', 'no-pings']))
  })
})

/** A session as the rules of the network see it, which then can be asked. */
const askedSession = () => {
  type Asked = Parameters<Electron.WebRequest['onBeforeRequest']>[0]
  let rule: Asked | undefined
  const session = {
    webRequest: {
      onBeforeRequest: (listener: Asked) => (rule = listener),
      onSendHeaders: () => undefined,
    },
    setSpellCheckerEnabled: () => undefined,
    setSpellCheckerDictionaryDownloadURL: () => undefined,
    setProxy: () => Promise.resolve(),
  } as unknown as Electron.Session
  const isCancelled = (url: string): boolean => {
    let cancelled = false
    const details = { url } as Parameters<NonNullable<typeof rule>>[0]
    rule?.(details, ({ cancel }) => (cancelled = cancel ?? false))
    return cancelled
  }
  return { session, isCancelled }
}

describe('a page that is printed', () => {
  it('has no preload and no script, besides what no page has', () => {
    const { session } = askedSession()
    const preferences = printPreferences(session)
    expect(preferences).toMatchObject({
      session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
    })
    expect(preferences).not.toHaveProperty('preload')
  })

  it('asks for parts of its pack, and is refused and noted for all else, also what other pages may ask for', () => {
    const { session, isCancelled } = askedSession()
    const ledger = createLedgerBook(() => new Date())
    cutNetwork(session, ledger, isPackAddress)
    expect(isCancelled('pack://name/data/photos/contact-sheet.html')).toBe(false)
    const others = [
      'https://a.example/',
      'file:///etc/passwd',
      'app://bundle/',
      'original://aa/',
      'data:,x',
      'x',
    ]
    expect(others.filter((url) => !isCancelled(url))).toEqual([])
    expect(ledger.read()).toMatchObject({ allowed: 0, refused: others.length })
  })

  it('is no page of another session: there its scheme is refused (control of the test above)', () => {
    const { session, isCancelled } = askedSession()
    cutNetwork(
      session,
      createLedgerBook(() => new Date()),
    )
    expect(isCancelled('pack://name/data/photos/contact-sheet.html')).toBe(true)
    expect(isCancelled('app://bundle/')).toBe(false)
  })
})

describe('a page', () => {
  it('can do nothing but draw itself', () => {
    expect(webPreferences('/p', false)).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    })
  })

  it('can fetch none of its schemes', () => {
    for (const { privileges } of schemes)
      expect(privileges).toMatchObject({ supportFetchAPI: false, secure: true, standard: true })
  })

  it('is ours only as the top frame of our own origin', () => {
    const frame = (origin: string, parent: object | null) =>
      ({ origin, parent }) as unknown as Electron.WebFrameMain
    expect(isOurPage(frame('app://bundle', null))).toBe(true)
    expect(isOurPage(frame('app://bundle', {}))).toBe(false)
    expect(isOurPage(frame('app://other', null))).toBe(false)
    expect(isOurPage(frame('null', null))).toBe(false)
    expect(isOurPage(null)).toBe(false)
  })

  it('has a content policy without a way out, and no inline code', () => {
    for (const policy of [contentPolicy("'none'"), contentPolicy("'self'")]) {
      expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    }
    expect(contentPolicy("'none'")).toContain("connect-src 'none'")
    expect(contentPolicy("'none'")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' original: blob:; font-src 'self'; " +
        "connect-src 'none'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'",
    )
    expect(foreignPolicy).toBe("default-src 'none'; sandbox")
  })
})
