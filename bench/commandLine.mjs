// The built command line, run and read as a script would.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

export const program = resolve(import.meta.dirname, '../out/main/cli.js')

const start = (args, env) =>
  spawn(process.execPath, [program, ...args, '--json'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })

/** Runs a command to its end; rejects where it fails. Resolves with the last line that it printed. */
export const runCommand = (args, env = {}) =>
  new Promise((done, failed) => {
    const child = start(args, env)
    let last
    createInterface(child.stdout).on('line', (line) => (last = JSON.parse(line)))
    child.on('close', (code) =>
      code === 0 ? done(last) : failed(new Error(`${args[0]} ended with ${code}`)),
    )
  })

/** Starts the loopback host; resolves once it serves. */
export const startHost = (env) =>
  new Promise((done, failed) => {
    const child = start(['serve'], env)
    const ended = new Promise((over) => child.once('close', over))
    child.once('close', (code) => failed(new Error(`serve ended with ${code}`)))
    createInterface(child.stdout).on('line', (line) => {
      const { event, url } = JSON.parse(line)
      if (event !== 'serving') return
      done({
        url,
        stop: () => {
          child.kill('SIGTERM')
          return ended
        },
      })
    })
  })
