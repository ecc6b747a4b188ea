import { proof, type ProofRun } from '#core/fixtures/proof/proof'
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

const lookAll =
  (read: (address: string) => AddressParts) =>
  ({ size, tally }: ProofRun): Promise<void> => {
    for (const { address, host } of forms.slice(-size)) {
      tally.tried()
      const parts = read(address)
      const copied = parts.isWeb ? parts.host : undefined
      if (copied !== host) tally.failed(`${JSON.stringify(address)}: ${copied} in the place of ${host}`)
    }
    return Promise.resolve()
  }

/** For a control: what stands between the slashes, as many a program has read it. */
const asItLooks = (address: string): AddressParts => {
  const host = /^[a-z]+:\/*([^/:]+)/i.exec(address)?.[1]
  return { isForeign: false, hasUser: false, isWeb: host !== undefined, ...(host ? { host } : {}) }
}

proof('a link says which host it would ask, and none but those of http and https can be copied', {
  promise: 4,
  sizes: { small: 500, ci: 500, full: 500 },
  run: lookAll(addressParts),
  controls: { 'a host as it looks': lookAll(asItLooks) },
})
