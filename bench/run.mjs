// `npm run bench` measures an archive in use, `npm run bench -- import` how files come in, `npm run bench -- recovery` how an
// archive opens after a kill, `npm run bench -- search` the search engine beside others, `npm run bench -- packs` citation
// packs, `npm run bench -- support` the lists of what lacks support. Never a pass or a failure.
const benchmarks = {
  archive: './runArchive.mjs',
  import: './runImport.mjs',
  recovery: './runRecovery.mjs',
  search: './runSearch.mjs',
  packs: './runPacks.mjs',
  support: './runSupport.mjs',
}

const [name = 'archive'] = process.argv.slice(2)
const benchmark = benchmarks[name]
if (!benchmark)
  throw new Error(`there is no benchmark ${name}; there are ${Object.keys(benchmarks).join(', ')}`)
await import(benchmark)
