import { sep } from 'node:path'

/** A path as its user would say it: the home folder is `~`. */
export const sayPlace = (path: string, home: string): string => {
  if (path === home) return '~'
  return home.length > 1 && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path
}
