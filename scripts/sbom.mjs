// `npm run sbom`: writes a software bill of materials (CycloneDX, as JSON) of everything in package-lock.json to standard
// output, or to the file that is named. What ships is bundled from development dependencies, so these are in it as well.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const command = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']
const { status, stdout, stderr } = spawnSync('npm', command, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
})
if (status !== 0) {
  console.error(stderr)
  process.exit(1)
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const locked = new Set(
  Object.entries(packages).flatMap(([path, { name, version }]) =>
    path === '' ? [] : [`${name ?? path.split('node_modules/').at(-1)}@${version}`],
  ),
)
const bill = JSON.parse(stdout)
const listed = new Set(
  bill.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
)
const missing = [...locked].filter((one) => !listed.has(one))
if (missing.length > 0) {
  console.error(
    `The bill lacks ${missing.length} of ${locked.size} packages: ${missing.slice(0, 5).join(', ')}`,
  )
  process.exit(1)
}
const file = process.argv[2]
if (file) writeFileSync(file, stdout)
else console.log(stdout)
console.error(`${listed.size} packages, each of package-lock.json among them.`)
