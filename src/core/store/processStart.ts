import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { faultCode } from './faults'

/** Whether a process of this number runs on this machine now. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return faultCode(error) === 'EPERM'
  }
}

const readers: Partial<Record<NodeJS.Platform, (pid: number) => string>> = {
  linux: (pid) => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): the name in parentheses may hold anything; starttime is field 22, the 20th after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return `${boot}:${ticks}`
  },
  darwin: (pid) =>
    execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C', TZ: 'UTC' },
    }).trim(),
}

/**
 * When a process began, as a text to compare: with it, a process number that was given out again is not mistaken for the
 * one that held it before. `undefined` where the system does not say (Windows): there the number alone decides.
 */
export const processStart = (pid: number): string | undefined => {
  try {
    return readers[process.platform]?.(pid)
  } catch {
    // The process ended meanwhile or hides itself: nothing is known, and nothing is taken from it.
    return undefined
  }
}
