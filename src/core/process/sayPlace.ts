import { sep } from 'node:path'

/** A path as its user would say it: the home folder is `~`. */
export const sayPlace = (path: string, home: string): string => {
  if (path === home) return '~'
  return home.length > 1 && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}

/** The path that was said so. */
export const placeSaid = (said: string, home: string): string =>
  said === '~' || said.startsWith(`~${sep}`) ? home + said.slice(1) : said
