// Loaded before the command line by `watchedImport.mjs`: writes down now and then what is in use once the garbage is gone,
// which is what grows where something is kept. What the system counts also holds garbage that V8 has not collected yet.
const { appendFileSync } = require('node:fs')
const { setFlagsFromString } = require('node:v8')
const { runInNewContext } = require('node:vm')
const { isMainThread } = require('node:worker_threads')

const lookEvery = 5000
const file = process.env.CUTTINGS_BENCH_MEMORY

if (file && isMainThread && process.argv.includes('import')) {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  let results = 0
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (chunk, ...rest) => {
    results += String(chunk).split('\n').length - 1
    return write(chunk, ...rest)
  }
  const look = () => {
    collect()
    // `external` holds the array buffers.
    const { heapUsed, external } = process.memoryUsage()
    appendFileSync(file, `${JSON.stringify({ results, megabytes: (heapUsed + external) / 2 ** 20 })}\n`)
  }
  setInterval(look, lookEvery).unref()
}
