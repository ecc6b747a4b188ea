import { resolve } from 'node:path'
import tailwind from '@tailwindcss/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** What ships must also run on Node 20.18 and Chrome 130, the oldest runtime that is tested. */
const node = 'node20.18'
const chrome = 'chrome130'

/** The page's router uses web history: what a deep address loads must not depend on its depth, as electron-vite has it. */
const absoluteAddresses = { name: 'absolute-addresses', config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    build: {
      target: node,
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          core: at('src/core/entry.ts'),
          parser: at('src/core/parsing/entry.ts'),
          search: at('src/core/search/entry.ts'),
          bibliography: at('src/core/exporters/csl/entry.ts'),
          cli: at('src/cli/index.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: at('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [absoluteAddresses, vue({ template: { compilerOptions: { hoistStatic: false } } }), tailwind()],
    define: {
      'window.trustedTypes': 'undefined',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      target: chrome,
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('src/renderer/index.html') },
    },
  },
})
