// An import by the built command line, with the memory of its processes looked at meanwhile (Linux: /proc).
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { program } from './commandLine.mjs'
import { childrenOf, fieldOf, secondsOf } from './processes.mjs'

const lookEvery = 100
const liveMemory = join(import.meta.dirname, 'liveMemory.cjs')
const liveFile = join(tmpdir(), `cuttings-bench-memory-${process.pid}.jsonl`)

const takeLive = () => {
  if (!existsSync(liveFile)) return []
  const lines = readFileSync(liveFile, 'utf8').trim().split('\n')
  rmSync(liveFile)
  return lines.map((line) => JSON.parse(line))
}

/**
 * Imports a folder. Resolves with the milliseconds until the last file was told, how many results of each outcome there
 * were, `memory`: MB of the core after so many results, `live`: the same of what is in use alone, `parserPeak`: the most MB that a child ever had, and `seconds` of
 * processor time, which other programs on the machine do not stretch.
 */
export const watchedImport = (paths, env) =>
  new Promise((done, failed) => {
    const started = performance.now()
    const child = spawn(process.execPath, ['--require', liveMemory, program, 'import', '--json', ...paths], {
      env: { ...process.env, ...env, CUTTINGS_BENCH_MEMORY: liveFile },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const outcomes = {}
    const memory = []
    let results = 0
    let parserPeak
    let seconds = 0
    let ms
    const look = () => {
      const megabytes = fieldOf(child.pid, 'VmRSS')
      if (megabytes === undefined) return
      memory.push({ results, megabytes })
      const children = childrenOf(child.pid)
      seconds = children.reduce((sum, pid) => sum + secondsOf(pid), secondsOf(child.pid, true))
      for (const pid of children) parserPeak = Math.max(parserPeak ?? 0, fieldOf(pid, 'VmHWM') ?? 0)
    }
    const looking = setInterval(look, lookEvery)
    createInterface(child.stdout).on('line', (line) => {
      const { event } = JSON.parse(line)
      if (event === 'done') {
        ms = performance.now() - started
        look()
        clearInterval(looking)
        return
      }
      results += 1
      outcomes[event] = (outcomes[event] ?? 0) + 1
    })
    child.on('close', (code) => {
      clearInterval(looking)
      if (ms === undefined) failed(new Error(`import ended with ${code}`))
      else done({ ms, outcomes, results, memory, live: takeLive(), parserPeak, seconds })
    })
  })

/** Growth in MB per result by least squares over what was seen after the first `warmUp` results; undefined for too few. */
export const slopeOf = (memory, warmUp) => {
  const seen = memory.filter(({ results }) => results >= warmUp)
  if (seen.length < 10) return undefined
  const mean = (of) => seen.reduce((sum, one) => sum + of(one), 0) / seen.length
  const [x, y] = [mean(({ results }) => results), mean(({ megabytes }) => megabytes)]
  const covariance = mean(({ results, megabytes }) => (results - x) * (megabytes - y))
  return covariance / mean(({ results }) => (results - x) ** 2)
}
