import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

export interface PageFile {
  readonly body: Buffer
  readonly contentType: string
  /** Names with a content hash never change. */
  readonly immutable: boolean
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * The names of a path, or undefined where one is anything but plain: nothing is decoded, so that no spelling of `..`,
 * of a separator or of a drive can pass.
 */
const plainNames = (pathname: string): readonly string[] | undefined => {
  const names = pathname.split('/').slice(1)
  return names.every((name) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(name)) ? names : undefined
}

/**
 * A route of the page's own router: words and ids, never a name with an ending. There is one way alone to read each path
 * by this pattern: with two, a path of sixty letters and a wrong one would keep the process busy for years.
 */
const isRoute = (pathname: string): boolean =>
  /^\/(?:[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\/?)?$/.test(pathname)

/**
 * Reads a file of the built pages, whole, before anything is answered. A route of the page gives index.html, so that a
 * reload works; what is neither is undefined.
 */
export const readPageFile = async (root: string, pathname: string): Promise<PageFile | undefined> => {
  const names = plainNames(pathname)
  const contentType = names && contentTypes[extname(names.at(-1) ?? '')]
  const file = contentType ? join(root, ...names) : isRoute(pathname) ? join(root, 'index.html') : undefined
  if (!file) return undefined
  try {
    return {
      body: await readFile(file),
      contentType: contentType ?? contentTypes['.html'] ?? '',
      immutable: names?.[0] === 'assets',
    }
  } catch {
    // Whatever the reason, to the page it is not there.
    return undefined
  }
}
