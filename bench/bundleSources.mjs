// Makes TypeScript sources runnable: what is measured are the sources as they stand, not the last build.
import { resolve } from 'node:path'
import { build } from 'vite'

/** `input` names files by what they are called in `folder` afterwards. */
export const bundleSources = (input, folder) =>
  build({
    root: resolve(import.meta.dirname, '..'),
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20.18',
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
