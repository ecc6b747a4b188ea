// Where the engine is once `bundle.mjs` has made it runnable.
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export const bundleFolder = resolve(import.meta.dirname, '../../node_modules/.cache/bench-search')

export const workerPath = join(bundleFolder, 'serve.mjs')

/** What `engine.mjs` exports. */
export const loadEngine = () => import(pathToFileURL(join(bundleFolder, 'engine.mjs')).href)
