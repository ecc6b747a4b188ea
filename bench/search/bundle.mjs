// Makes the engine's TypeScript runnable.
import { join } from 'node:path'
import { bundleSources } from '../bundleSources.mjs'
import { bundleFolder } from './engineBundle.mjs'

const entries = ['engine', 'serve']

export const bundleEngine = () =>
  bundleSources(
    Object.fromEntries(entries.map((name) => [name, join(import.meta.dirname, `${name}.mjs`)])),
    bundleFolder,
  )
