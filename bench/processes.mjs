// What the system counts of a process (Linux: /proc); nothing elsewhere.
import { readFileSync } from 'node:fs'

/** A field of its status in MB: `VmRSS` is what it has now, `VmHWM` the most that it ever had. */
export const fieldOf = (pid, field) => {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) / 1024 : undefined
  } catch {
    // It ended between two looks, or there is no /proc here.
    return undefined
  }
}

/** Seconds of processor time that a process and its ended children took (proc(5): stat, fields 14 to 17). */
export const secondsOf = (pid, withChildren) => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = fields.slice(11, withChildren ? 15 : 13)
    return ticks.reduce((sum, one) => sum + Number(one), 0) / 100
  } catch {
    return 0
  }
}

export const childrenOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  } catch {
    return []
  }
}
