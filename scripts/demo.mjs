// `npm run demo`: the main job without a screen, on an archive that is made for it and removed again.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const program = join(root, 'out/main/cli.js')
const bundle = join(root, 'archive')
const slug = readdirSync(bundle).find((name) => existsSync(join(bundle, name, 'bagit.txt')))

/** Runs one command, shows its call, and answers with its lines; anything but status 0 ends the demonstration. */
const cuttings = (...args) => {
  console.log(`  $ cuttings ${args.join(' ')}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--json'], {
    cwd: folder,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`cuttings ${args[0]} ended with ${status}\n${stdout}${stderr}`)
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

const expect = (holds, sentence) => {
  if (!holds) throw new Error(`This is not as it should be: ${sentence}`)
  console.log(`  ${sentence}`)
}

const step = (number, title) => console.log(`\n${number}. ${title}`)

const makeAndImport = () => {
  step(1, 'An empty archive')
  const [created] = cuttings('init', 'archive')
  expect(created.event === 'created', `It is a folder with the id ${created.id}.`)

  step(2, 'The bundled article comes in, as a citation pack')
  const imported = cuttings('import', '--archive', 'archive', join(bundle, slug))
  const done = imported.at(-1)
  expect(
    done.imported === 2 && done.refused === 0,
    'One article and the work that it is based on were imported.',
  )
  const again = cuttings('import', '--archive', 'archive', join(bundle, slug)).at(-1)
  expect(again.imported === 0 && again.duplicates === 1, 'The same pack again makes no duplicate.')
}

const listAndRead = () => {
  step(3, 'What the archive holds')
  const [article] = cuttings('list', '--archive', 'archive', '--kind', 'article')
  expect(article.kind === 'article', `Article: ${article.title}`)
  const sources = cuttings('list', '--archive', 'archive', '--kind', 'source')
  const citations = cuttings('list', '--archive', 'archive', '--kind', 'citation')
  const photos = cuttings('list', '--archive', 'archive', '--kind', 'photo')
  const names = sources.map(({ title }) => title).join(', ')
  expect(citations.length === 9 && sources.length === 6, `9 citations of 6 sources: ${names}.`)
  const [{ versions }] = cuttings('show', article.id, '--archive', 'archive')
  const { passages, sourceLines, slots } = versions.at(-1)
  const summary = passages.filter(({ passageKind }) => passageKind === 'summary')
  expect(
    summary.length === 3 && passages.length === 23 && sourceLines.length === 7,
    '3 summary points, 20 paragraphs, 7 source lines.',
  )
  expect(slots.length === 14 && photos.length === 0, '14 photo slots, none of them held as a picture.')
  return article
}

const search = (article) => {
  step(4, 'Any sentence is found')
  const [hit] = cuttings('search', '"human shields"', '--archive', 'archive')
  expect(hit?.id === article.id, `"human shields" is in passage ${hit?.passage}: ${hit?.snippet}`)
  const [[start, end]] = hit.ranges
  const marked = [...hit.snippet].slice(start, end).join('')
  expect(marked !== '' && 'human shields'.startsWith(marked.toLowerCase()), `Its mark is on "${marked}".`)
  const none = cuttings('search', 'xylophone', '--archive', 'archive')
  expect(none.length === 0, 'What is not there is not found.')
}

const handOver = () => {
  step(5, 'A citation pack is handed over')
  const [exported] = cuttings('export', 'pack', '--archive', 'archive')
  expect(exported.items === 2, `${exported.items} items in ${exported.files} files; front page: index.html.`)
  expect(existsSync(join(folder, 'pack/data/index.html')), 'It opens in a browser, without this program.')

  step(6, 'The pack and the archive are checked')
  const pack = cuttings('verify', 'pack').at(-1)
  expect(pack.ok && pack.problems === 0, `The pack is whole and unchanged: ${pack.checked} files checked.`)
  const archive = cuttings('verify', '--archive', 'archive').at(-1)
  expect(archive.ok && archive.problems === 0, 'So are the originals of the archive.')

  step(7, 'Another archive takes the pack in')
  cuttings('init', 'second')
  const { imported } = cuttings('import', '--archive', 'second', 'pack').at(-1)
  const [first, second] = ['archive', 'second'].map((archive) =>
    cuttings('list', '--archive', archive, '--kind', 'citation').map((line) => JSON.stringify(line)),
  )
  expect(imported === 2 && first.join() === second.join(), 'Its records are equal to those of the first.')
}

if (!existsSync(program)) {
  console.error('The program is not built yet: npm run build')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'cuttings-demo-'))
try {
  makeAndImport()
  search(listAndRead())
  handOver()
  console.log('\nAll of it is as it should be.')
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
