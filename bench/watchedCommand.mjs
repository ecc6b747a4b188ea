// One command of the built program, with its time, its processor time and its most memory (the core and its workers are one process).
import { spawn } from 'node:child_process'
import { program } from './commandLine.mjs'
import { fieldOf, secondsOf } from './processes.mjs'

const lookEvery = 50

/** Resolves with `ms` of the clock, `seconds` of the processor, and `peak`, the most MB that it had; rejects where it fails. */
export const watchedCommand = (args, env) =>
  new Promise((done, failed) => {
    const started = performance.now()
    const child = spawn(process.execPath, [program, ...args, '--json'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    let peak = 0
    let seconds = 0
    const look = () => {
      peak = Math.max(peak, fieldOf(child.pid, 'VmHWM') ?? 0)
      seconds = Math.max(seconds, secondsOf(child.pid, true))
    }
    const looking = setInterval(look, lookEvery)
    child.on('close', (code) => {
      clearInterval(looking)
      if (code !== 0) failed(new Error(`${args[0]} ended with ${code}`))
      else done({ ms: performance.now() - started, seconds, peak })
    })
  })
