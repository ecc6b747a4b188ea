import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { proof, type ProofRun } from '#core/fixtures/proof/proof'
import { originalPath, smallPicturePath } from '#core/process/originalPath'
import { answerAppRequest } from './appProtocol'
import { answerOriginalRequest } from './originalProtocol'

const secret = 'a line of /etc/passwd'
const picture = '\xff\xd8\xff\xe0 a picture'
const known = 'ab'.repeat(32)
const page = 'cd'.repeat(32)

type Answer = (request: Request) => Promise<Response>

/** Pages, an archive with one picture and one page that is none, and secrets around both. */
const setUp = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuttings-protocols-'))
  const [root, archive] = [join(folder, 'pages'), join(folder, 'archive')]
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text, 'latin1')
  }
  await put(join(root, 'index.html'), '<title>page</title>')
  await put(join(root, 'assets', 'main-1a2b.js'), 'export {}')
  await put(originalPath(archive, known), picture)
  await put(smallPicturePath(archive, known), picture)
  await put(originalPath(archive, page), `<script>${secret}</script>`)
  for (const place of [
    'secret.html',
    'secret',
    'pages/secret.txt',
    'archive/archive.json',
    'archive/catalogue.db',
  ])
    await put(join(folder, place), secret)
  await symlink(join(folder, 'secret.html'), join(root, 'assets', 'linked.bin'))
  return { folder, root, archive, remove: () => rm(folder, { recursive: true, force: true }) }
}

const up = fc.constantFrom(
  '..',
  '%2e%2e',
  '.%2E',
  '..%2f',
  '..%5c',
  '..\\',
  '....//',
  '%252e%252e',
  '..;',
  '\u2024\u2024',
)
const names = fc.constantFrom(
  'secret.html',
  'secret',
  'secret.txt',
  'archive.json',
  'catalogue.db',
  'index.html',
  'assets',
  'main-1a2b.js',
  'linked.bin',
  'etc/passwd',
  known,
  page,
  'small',
  'originals',
  'con',
  'C:',
  'index.html%00.js',
  '',
)
const paths = fc
  .array(fc.oneof(up, names, fc.string({ maxLength: 6 })), { maxLength: 6 })
  .map((all) => all.join('/'))

const hosts = fc.oneof(
  fc.constantFrom(
    'bundle',
    known,
    page,
    known.slice(1),
    `${known}0`,
    known.toUpperCase(),
    `${known}.`,
    '..',
    '',
    'localhost',
  ),
  fc.constantFrom(
    `user@${known}`,
    `user:pass@${known}`,
    `${known}:80`,
    `${known}@${page}`,
    `%61${known.slice(1)}`,
  ),
  fc.string({ maxLength: 8 }),
  fc.stringMatching(/^[0-9a-f]{64}$/),
)

/** What is answered, as it is or with a little more. */
const nearly = fc
  .tuple(
    fc.constantFrom(
      'app://bundle/',
      'app://bundle/assets/main-1a2b.js',
      `original://${known}/`,
      `original://${known}/small`,
    ),
    fc.oneof(
      fc.constant(''),
      fc.constantFrom('?x', '#x', '/', '/..', '%00', '.', ' '),
      fc.string({ maxLength: 3 }),
    ),
  )
  .map((parts) => parts.join(''))

const strange = fc
  .tuple(
    fc.constantFrom(
      'app',
      'app',
      'original',
      'original',
      'APP',
      'file',
      'https',
      'cuttings',
      'javascript',
      'data',
    ),
    hosts,
    paths,
    fc.constantFrom('', '', '?x', '?/../secret', '#x', '?download=secret.html'),
  )
  .map(([scheme, host, path, rest]) => `${scheme}://${host}/${path}${rest}`)

const requests = fc.record({
  address: fc.oneof({ weight: 1, arbitrary: nearly }, { weight: 4, arbitrary: strange }),
  method: fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'),
})

const policies = {
  app: /^default-src 'none'; script-src 'self'; .*trusted-types 'none'$/,
  original: /^default-src 'none'; sandbox$/,
}

/** What is wrong with an answer; undefined where it is a refusal, or a page or picture as it has to be. */
const faultOf = async (
  scheme: string,
  { status, headers, body }: Response,
  address: string,
): Promise<string | undefined> => {
  const text = body ? await new Response(body).text() : ''
  if (status !== 200) return text === '' ? undefined : `refused, and yet says ${text.slice(0, 60)}`
  if (text.includes(secret)) return 'gave a secret'
  const policy = scheme === 'original' ? policies.original : policies.app
  if (!policy.test(headers.get('content-security-policy') ?? '')) return 'without its policy'
  if (headers.get('x-content-type-options') !== 'nosniff') return 'without nosniff'
  const type = headers.get('content-type') ?? ''
  if (scheme !== 'original')
    return /^text\/(html|javascript); charset=utf-8$/.test(type) ? undefined : `as ${type}`
  const isKnown = new RegExp(`^original://${known}/?(small)?\\??(#.*)?$`).test(address)
  return isKnown && type === 'image/jpeg' ? undefined : `${type} for what nobody knows`
}

const askAll =
  (answers: (root: string, archive: string) => { readonly app: Answer; readonly original: Answer }) =>
  async ({ size, seed, tally }: ProofRun): Promise<void> => {
    const { root, archive, remove } = await setUp()
    const { app, original } = answers(root, archive)
    let given = 0
    try {
      for (const { address, method } of fc.sample(requests, { numRuns: size, seed })) {
        // What no address can be made of is asked of nobody.
        if (!URL.canParse(address)) {
          tally.missed()
          continue
        }
        tally.tried()
        const scheme = new URL(address).protocol.slice(0, -1)
        // Only `url` and `method` are read; a Request of Node takes no user in an address, which Chromium's can have.
        const request = { url: new URL(address).href, method } as Request
        const answer = await (scheme === 'original' ? original : app)(request)
        if (answer.status === 200) given += 1
        const fault = await faultOf(scheme, answer, new URL(address).href)
        if (fault) tally.failed(`${method} ${address}: ${fault}`)
      }
      if (given < size / 100) tally.failed(`only ${given} were answered, too few to say anything`)
    } finally {
      await remove()
    }
  }

const ours = (root: string, archive: string) => ({
  app: (request: Request) => answerAppRequest(root, request),
  original: (request: Request) => answerOriginalRequest(archive, request),
})

proof(
  'app:// and original:// answer pages and known pictures, with fixed types and headers, and nothing else',
  {
    promise: 4,
    sizes: { small: 400, ci: 10_000, full: 100_000 },
    run: askAll(ours),
    controls: {
      'originals of any type': askAll((root, archive) => ({
        ...ours(root, archive),
        original: () =>
          Promise.resolve(new Response('<script>', { headers: { 'content-type': 'text/html' } })),
      })),
      'pages without their policy': askAll((root, archive) => ({
        ...ours(root, archive),
        app: async (request) => {
          const answer = await answerAppRequest(root, request)
          answer.headers.delete('content-security-policy')
          return answer
        },
      })),
    },
  },
)
