// Makes archive/<slug> anew from archive/<slug>.input.json, by the project's own importer and exporter.
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { checkerDefinition } from './bundleChecker.mjs'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'archive')
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The builder is TypeScript and takes parts of packages by the bundler, so it is bundled before it runs. */
const loadBuilder = async (outDir) => {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: await checkerDefinition(root),
    ssr: { noExternal: true, external: Object.keys(dependencies) },
    build: {
      ssr: join(root, 'src/cli/buildPack.ts'),
      outDir,
      target: 'node20.18',
      rolldownOptions: { output: { entryFileNames: 'buildPack.mjs' } },
    },
  })
  return import(pathToFileURL(join(outDir, 'buildPack.mjs')))
}

const rebuild = async (builder, temporary, slug) => {
  const out = join(temporary, slug)
  const exported = await builder.buildPack({
    input: join(folder, `${slug}.input.json`),
    out,
    work: join(temporary, 'work'),
    agent: `Cuttings ${version}`,
  })
  rmSync(join(folder, slug), { recursive: true, force: true })
  renameSync(out, join(folder, slug))
  console.log(`archive/${slug}: ${exported.files} files, tagmanifest SHA-256 ${exported.sha256}`)
}

// Inside the project, so that the packages that are not bundled are found, and the pack can be moved into its place.
const temporary = mkdtempSync(join(root, 'node_modules/.archive-build-'))
try {
  const builder = await loadBuilder(join(temporary, 'builder'))
  const inputs = readdirSync(folder).filter((name) => name.endsWith('.input.json'))
  for (const name of inputs) await rebuild(builder, temporary, name.slice(0, -'.input.json'.length))
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
