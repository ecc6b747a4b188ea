// Makes the engine's TypeScript runnable: what is measured are the sources as they stand, not the last build.
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { bundleFolder } from './engineBundle.mjs'

const entries = ['engine', 'serve']

export const bundleEngine = () =>
  build({
    root: resolve(import.meta.dirname, '../..'),
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: bundleFolder,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input: Object.fromEntries(entries.map((name) => [name, join(import.meta.dirname, `${name}.mjs`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
