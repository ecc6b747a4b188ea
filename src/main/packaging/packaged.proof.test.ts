import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { readFuses } from './readFuses'
import { fuses, installScripts, licences } from './reviewed'

const root = resolve(import.meta.dirname, '../../..')

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
}

const readLock = async (): Promise<readonly (readonly [name: string, locked: Locked])[]> => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => [path.split('node_modules/').at(-1) ?? path, locked])
}

const checkSupply =
  (spoil: (lock: Awaited<ReturnType<typeof readLock>>) => typeof lock = (lock) => lock) =>
  async ({ tally }: ProofRun): Promise<void> => {
    const lock = spoil(await readLock())
    tally.tried(lock.length)
    for (const [name, { integrity, hasInstallScript }] of lock) {
      if (!/^sha512-/.test(integrity ?? '')) tally.failed(`${name} is not held to its bytes`)
      if (hasInstallScript && !(name in installScripts))
        tally.failed(`${name} runs a script that nobody named`)
    }
    for (const name of Object.keys(installScripts))
      if (!lock.some(([locked, { hasInstallScript }]) => locked === name && hasInstallScript))
        tally.failed(`${name} is named, and runs no script`)
    const notices = await readFile(join(root, 'THIRD-PARTY-NOTICES'), 'utf8')
    const [list = ''] = notices.split('Citation styles and locales')
    const stated = [...list.matchAll(/^ {4}([^;\n]+); .*\n {4}/gm)].map(([, licence]) => licence ?? '')
    tally.tried(stated.length)
    if (stated.length < 50) tally.failed(`only ${stated.length} licences are stated`)
    for (const licence of new Set(stated))
      if (!licences.includes(licence)) tally.failed(`${licence} is a licence that nobody read`)
  }

proof(
  'what is installed is held to its bytes, runs no script but those named, under licences that were read',
  {
    promise: 4,
    sizes: { small: 1, ci: 1, full: 1 },
    run: checkSupply(),
    controls: {
      'a package that runs a script': checkSupply((lock) => [
        ...lock,
        ['left-pad', { integrity: 'sha512-x', hasInstallScript: true }],
      ]),
      'a package that may change': checkSupply((lock) => [...lock, ['right-pad', {}]]),
    },
  },
)

/** Ways to make code or elements of text; in the pages that are built there is none but Vue's own dead branch for `v-html`. */
const textMade =
  /\binnerHTML:|\bouterHTML\b|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe|[^\w.]eval\(|new Function\b|sendBeacon|RTCPeerConnection|EventSource\b/g

const searchPages =
  (more = '') =>
  async ({ tally }: ProofRun): Promise<void> => {
    const folder = join(root, 'out/renderer/assets')
    const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))
    tally.tried(scripts.length)
    for (const name of scripts) {
      const code = (await readFile(join(folder, name), 'utf8')) + more
      for (const [use] of code.matchAll(textMade)) tally.failed(`${name}: ${use}`)
    }
    const page = await readFile(join(root, 'out/renderer/index.html'), 'utf8')
    if (/<script(?![^>]*\ssrc=)|\son\w+=|style=|https?:/.test(page))
      tally.failed('the page itself holds code or leads away')
  }

proof('the pages that are built make nothing of text, and lead nowhere', {
  promise: 4,
  sizes: { small: 1, ci: 1, full: 1 },
  run: searchPages(),
  controls: { 'a page that uses v-html': searchPages('h("div",{innerHTML:text})') },
})

/** Packs the application for trying out, once for the proof and its control. */
const pack = async (): Promise<Buffer> => {
  const program = join(root, 'dist/linux-unpacked/cuttings')
  const packed = spawnSync(process.execPath, ['scripts/dist.mjs', '--dir'], { cwd: root, encoding: 'utf8' })
  if (packed.status !== 0) throw new Error(`the application was not packed: ${packed.stderr.slice(-500)}`)
  return readFile(program)
}

const lookAtFuses =
  (change: (wire: string) => string = (wire) => wire) =>
  async ({ tally }: ProofRun): Promise<void> => {
    const wire = change(readFuses(await pack()) ?? '')
    for (const [at, [name, due]] of Object.entries(fuses).entries()) {
      tally.tried()
      if (wire[at] !== due) tally.failed(`${name} is ${wire[at]} and not ${due}`)
    }
  }

// It packs the whole application, which every check can't wait for; and it needs a runtime to pack.
if (process.env['CUTTINGS_PROVE'] && process.platform === 'linux')
  proof('the packaged program has its fuses as they have to be, read from its own bytes', {
    promise: 4,
    sizes: { small: 1, ci: 1, full: 1 },
    run: lookAtFuses(),
    controls: { 'a program that runs as Node': lookAtFuses((wire) => `1${wire.slice(1)}`) },
  })
