// A measurement in a process of its own, with what it is told as an argument and its figures as the last line that it prints.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const flags = ['--expose-gc', '--max-old-space-size=12288']

/** Runs `<name>.mjs` beside this file; resolves with its figures, rejects where it fails. */
export const inChild = (name, told) =>
  new Promise((done, failed) => {
    const file = join(import.meta.dirname, `${name}.mjs`)
    const child = spawn(process.execPath, [...flags, file, JSON.stringify(told)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let last
    createInterface(child.stdout).on('line', (line) => (last = line))
    child.on('close', (code) =>
      code === 0 && last ? done(JSON.parse(last)) : failed(new Error(`${name} ended with ${code}`)),
    )
  })

export const told = () => JSON.parse(process.argv[2])
export const tell = (figures) => console.log(JSON.stringify(figures))
