import { describe, expect, it } from 'vitest'
import { addressParts, type AddressParts } from './addressParts'

interface Form {
  readonly address: string
  /** The host that would be asked; undefined where the address leads to none that may be copied. */
  readonly host: string | undefined
}

/** Ways to write one host, and how it stands on the wire. */
const hosts: readonly (readonly [written: string, asked: string])[] = [
  ['evil.example', 'evil.example'],
  ['EVIL.example', 'evil.example'],
  ['bank.example@evil.example', 'evil.example'],
  ['bank.example:secret@evil.example', 'evil.example'],
  ['bank.example%2F@evil.example', 'evil.example'],
  ['bank.example%00@evil.example', 'evil.example'],
  ['bank.example:443@evil.example:8080', 'evil.example'],
  ['evil.example\\@bank.example', 'evil.example'],
  ['evil.example#@bank.example', 'evil.example'],
  ['evil.example?@bank.example', 'evil.example'],
  ['evil.example/@bank.example', 'evil.example'],
  ['ev\til.example', 'evil.example'],
  ['ev\nil.example', 'evil.example'],
  ['evil%2eexample', 'evil.example'],
  ['evil。example', 'evil.example'],
  ['ｅvil.example', 'evil.example'],
  ['еvil.example', 'xn--vil-qdd.example'],
  ['bänk.example', 'xn--bnk-qla.example'],
  ['bank.example.evil.example', 'bank.example.evil.example'],
  ['0x7f.1', '127.0.0.1'],
  ['2130706433', '127.0.0.1'],
  ['0177.0.0.1', '127.0.0.1'],
  ['[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
  ['evil.example.', 'evil.example.'],
]

const starts = [
  'http://',
  'https://',
  'HTTPS://',
  'https:/',
  'https:',
  'https:\\\\',
  ' https://',
  'ht\ntps://',
]

/** Schemes that may be run, that open other programs, or that lead into this machine. */
const others = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://bank.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'file://evil.example/share',
  '\\\\evil.example\\share',
  'smb://evil.example/share',
  'mailto:a@example.org?attach=/etc/passwd',
  'ms-word:ofe|u|https://evil.example/a.docx',
  'search-ms:query=a&crumb=location:\\\\evil.example',
  'ssh://-oProxyCommand=calc/',
  'tel:112',
  'ftp://evil.example/',
  'ws://evil.example/',
  'blob:https://evil.example/1',
  'view-source:https://evil.example/',
  'app://bundle/',
  'original://ab',
  'cuttings://a/b/1',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/a.html',
  '/relative',
  '#fragment',
  '//evil.example/',
  '',
]

const forms: readonly Form[] = [
  ...starts.flatMap((start) =>
    hosts.map(([written, asked]) => ({ address: `${start}${written}/path`, host: asked })),
  ),
  ...others.map((address) => ({ address, host: undefined })),
]

/** Forms of which another host would be asked, or that could be copied where they may not be. */
const misread = (read: (address: string) => AddressParts): readonly string[] =>
  forms.flatMap(({ address, host }) => {
    const parts = read(address)
    const copied = parts.isWeb ? parts.host : undefined
    return copied === host ? [] : [`${JSON.stringify(address)}: ${copied} in the place of ${host}`]
  })

/** For a control: what stands between the slashes, as many a program has read it. */
const asItLooks = (address: string): AddressParts => {
  const host = /^[a-z]+:\/*([^/:]+)/i.exec(address)?.[1]
  return { isForeign: false, hasUser: false, isWeb: host !== undefined, ...(host ? { host } : {}) }
}

// Nothing opens a link: the dialog shows its true host, and gives out those of http and https to be copied.
describe('a link, in whatever form', () => {
  it('says which host it would ask, and can be copied only where it is of the web', () => {
    expect(forms.length).toBeGreaterThan(200)
    expect(misread(addressParts)).toEqual([])
  })

  it('is misread where its host is taken as it looks', () => {
    expect(misread(asItLooks).length).toBeGreaterThan(20)
  })
})
